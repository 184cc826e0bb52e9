//! The file by which a node knows its own folder from a copy of it.

use std::{
	fs::{self, File, Metadata, OpenOptions},
	io::{self, Write as _},
	os::unix::fs::MetadataExt as _,
	path::{Path, PathBuf},
	time::UNIX_EPOCH,
};

use crate::exit::NodeError;

/// Its name in the chain's folder.
pub const FILE_NAME: &str = "vote-guard";

/// What it begins with.
const FIRST_LINE: &str = "polity vote guard 1";

/// What stands in the folder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Found {
	/// The file that this node has written, where it has written it.
	Own,
	/// A copy of such a file, or one that cannot be understood.
	Copied,
	/// No file.
	Nothing,
}

/// The file. It holds its own identity as the file system has it, which no copy can carry along.
#[derive(Clone, Debug)]
pub struct Marker(PathBuf);

impl Marker {
	/// The marker in this folder, which need not be there yet.
	pub fn in_folder(folder: &Path) -> Self {
		Self(folder.join(FILE_NAME))
	}

	/// Where the file is.
	pub fn path(&self) -> &Path {
		&self.0
	}

	/// What stands in the folder.
	///
	/// # Errors
	/// [`NodeError::Failure`] when the file is there and cannot be read.
	pub fn find(&self) -> Result<Found, NodeError> {
		let unreadable = |error: io::Error| {
			NodeError::failure(format!(
				"the vote guard {} cannot be read ({error}): give the node's user the right to read \
				 it, or remove it, and the node votes again once the network is past its last vote",
				self.0.display(),
			))
		};
		match File::open(&self.0) {
			Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
			Err(error) => Err(unreadable(error)),
			Ok(file) => {
				let own = file.metadata().map(|metadata| content(&metadata)).map_err(unreadable)?;
				let stored = io::read_to_string(file).map_err(unreadable)?;
				Ok(if stored == own { Found::Own } else { Found::Copied })
			},
		}
	}

	/// Writes the file anew, in the place of any other, and returns when it is on the disk.
	///
	/// # Errors
	/// [`NodeError::Failure`] when it cannot be written.
	pub fn write(&self) -> Result<(), NodeError> {
		self.write_whole().map_err(|error| {
			NodeError::failure(format!(
				"the vote guard {} cannot be written ({error}), without which the node does not vote: \
				 give the node's user the right to write to that folder, and room on the disk",
				self.0.display(),
			))
		})
	}

	/// A new file takes the name when it is complete: a file keeps its identity when it is renamed.
	fn write_whole(&self) -> io::Result<()> {
		let folder = self.0.parent().unwrap_or_else(|| Path::new("."));
		fs::create_dir_all(folder)?;
		let unfinished = self.0.with_extension("unfinished");
		match fs::remove_file(&unfinished) {
			Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
			_ => {},
		}
		let mut file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
		let content = content(&file.metadata()?);
		file.write_all(content.as_bytes())?;
		file.sync_all()?;
		fs::rename(&unfinished, &self.0)?;
		File::open(folder)?.sync_all()
	}
}

/// What the file says of itself: its number in the file system and when it was made, in nanoseconds.
/// Where the file system does not know when, its device, which may change when the machine is started
/// again: then the guard closes without need, which is the harmless side.
fn content(metadata: &Metadata) -> String {
	let inode = metadata.ino();
	let born = metadata.created().ok().and_then(|born| born.duration_since(UNIX_EPOCH).ok());
	match born {
		Some(born) => format!("{FIRST_LINE}\ninode {inode}\nborn {}\n", born.as_nanos()),
		None => format!("{FIRST_LINE}\ninode {inode}\ndevice {}\n", metadata.dev()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A folder that is gone after the test.
	struct Folder(PathBuf);

	impl Folder {
		fn new(name: &str) -> Self {
			let path = std::env::temp_dir()
				.join(format!("polity-vote-guard-{}-{name}", std::process::id()));
			fs::create_dir_all(&path).unwrap();
			Self(path)
		}
	}

	impl Drop for Folder {
		fn drop(&mut self) {
			let _ = fs::remove_dir_all(&self.0);
		}
	}

	#[test]
	fn marker_should_be_own_when_it_stays_where_it_was_written() {
		let folder = Folder::new("own");
		let marker = Marker::in_folder(&folder.0.join("chain"));
		assert_eq!(marker.find().unwrap(), Found::Nothing);
		marker.write().unwrap();
		assert_eq!(marker.find().unwrap(), Found::Own);
		// A restart reads, and an opened guard writes it again.
		marker.write().unwrap();
		assert_eq!(marker.find().unwrap(), Found::Own);
	}

	#[test]
	fn marker_should_be_own_when_its_folder_is_renamed() {
		let folder = Folder::new("renamed");
		Marker::in_folder(&folder.0.join("before")).write().unwrap();
		fs::rename(folder.0.join("before"), folder.0.join("after")).unwrap();
		let marker = Marker::in_folder(&folder.0.join("after"));
		assert_eq!(marker.find().unwrap(), Found::Own);
	}

	#[test]
	fn marker_should_be_copied_when_its_folder_is_a_copy() {
		let folder = Folder::new("copied");
		let original = Marker::in_folder(&folder.0.join("original"));
		original.write().unwrap();
		let copy = Marker::in_folder(&folder.0.join("copy"));
		fs::create_dir_all(folder.0.join("copy")).unwrap();
		fs::copy(original.path(), copy.path()).unwrap();
		assert_eq!(copy.find().unwrap(), Found::Copied);
		assert_eq!(original.find().unwrap(), Found::Own);
		copy.write().unwrap();
		assert_eq!(copy.find().unwrap(), Found::Own);
	}

	#[test]
	fn marker_should_be_copied_when_the_original_was_removed_before() {
		// The number of the file in the file system may be given out again; the time of its birth
		// is not.
		let folder = Folder::new("restored");
		let marker = Marker::in_folder(&folder.0);
		marker.write().unwrap();
		let backup = folder.0.join("backup");
		fs::copy(marker.path(), &backup).unwrap();
		fs::remove_file(marker.path()).unwrap();
		fs::copy(&backup, marker.path()).unwrap();
		assert_eq!(marker.find().unwrap(), Found::Copied);
	}

	#[test]
	fn marker_should_be_copied_when_it_cannot_be_understood() {
		let folder = Folder::new("damaged");
		let marker = Marker::in_folder(&folder.0);
		fs::write(marker.path(), "").unwrap();
		assert_eq!(marker.find().unwrap(), Found::Copied);
	}

	#[test]
	fn failure_should_name_the_file_when_it_cannot_be_read_or_written() {
		let folder = Folder::new("unwritable");
		let file = folder.0.join("file");
		fs::write(&file, "").unwrap();
		// The "folder" of the marker is a file.
		let marker = Marker::in_folder(&file);
		for error in [marker.find().unwrap_err(), marker.write().unwrap_err()] {
			assert!(error.to_string().contains(FILE_NAME), "{error}");
		}
	}
}
