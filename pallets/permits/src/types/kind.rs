//! Types of permits: the law as rows.

use polity_permit_procedure::PermitTerms;
use polity_primitives::{act::LegalBasis, ids::District};

use super::Preparation;

stored! {
	/// A type of permit, in all its versions.
	pub struct PermitType {
		/// The district in which it is kept: whose ministry is the authority.
		pub district: District,
		/// The version in force, which is the last.
		pub in_force: u32,
	}

	/// A version of a type. An application goes by the one that was in force when it began, and so does the
	/// permit that comes of it.
	pub struct TypeVersion {
		/// The statute that the type rests on.
		pub basis: LegalBasis,
		/// What the law says of it.
		pub terms: PermitTerms,
		/// Whether an application can begin. A type that is not granted any more takes none.
		pub takes_applications: bool,
	}

	/// What an entry of a type says: a version, in force from its decision on.
	pub struct TypeChange {
		/// The version.
		pub version: TypeVersion,
		/// How it was prepared. The entry's own act and mandate are the checker's.
		pub preparation: Preparation,
	}
}
