//! The grid of cells over a register's ground, and the cells that a polygon is entered under.

use crate::{
	predicates::Edge, BoundingBox, CoordinateSystem, Point, Polygon, BITS_PER_LEVEL, LEVELS,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An edge is entered at the finest level at which it is not longer, by `x` or by `y`, than so many
/// sides of a cell.
pub(crate) const EDGE_SIDES: i64 = 2;

/// A square of the grid, at one of the [`LEVELS`]: level 0 has the smallest cells, and each further
/// level cells of four times their side, so that sixteen cells make one of the next level. The one
/// cell of the last level, [`Cell::ROOT`], holds all ground.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
)]
pub struct Cell {
	/// 0 for the smallest cells, up to [`LEVELS`] - 1.
	pub level: u8,
	/// The place from the left, from 0.
	pub column: u32,
	/// The place from below, from 0.
	pub row: u32,
}

/// Which of the sixteen cells within a cell there is anything in: bit `4 * row + column`, counted
/// within the cell from its lower left.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
)]
pub struct Children(pub u16);

/// The cells of one level along one side of a cell of the next.
const CHILDREN_PER_SIDE: u32 = 1 << BITS_PER_LEVEL;

impl Children {
	/// Nothing in any of them.
	pub const NONE: Self = Self(0);

	/// Whether there is nothing in any of them.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// These and those.
	pub const fn with(self, others: Self) -> Self {
		Self(self.0 | others.0)
	}

	/// These without those.
	pub const fn without(self, others: Self) -> Self {
		Self(self.0 & !others.0)
	}

	/// Whether these have one of those.
	pub const fn has(self, others: Self) -> bool {
		self.0 & others.0 != 0
	}

	fn bit(column: u32, row: u32) -> Self {
		let place = row.wrapping_mul(CHILDREN_PER_SIDE).wrapping_add(column);
		Self(1u16.checked_shl(place).unwrap_or(0))
	}
}

impl Cell {
	/// The cell that holds all others.
	pub const ROOT: Self = Self { level: LAST_LEVEL, column: 0, row: 0 };

	/// The cell of the next level that this one is in; none for the last level.
	pub fn parent(&self) -> Option<Self> {
		if self.level >= LAST_LEVEL {
			return None;
		}
		let level = self.level.checked_add(1)?;
		Some(Self {
			level,
			column: self.column / CHILDREN_PER_SIDE,
			row: self.row / CHILDREN_PER_SIDE,
		})
	}

	/// What this cell is among the children of its parent.
	pub fn place_in_parent(&self) -> Children {
		Children::bit(self.column % CHILDREN_PER_SIDE, self.row % CHILDREN_PER_SIDE)
	}

	/// The cells within this one that are among those named, by column and then by row.
	pub fn children(&self, which: Children) -> impl Iterator<Item = Self> {
		let Self { column, row, .. } = *self;
		let (column, row) =
			(column.wrapping_mul(CHILDREN_PER_SIDE), row.wrapping_mul(CHILDREN_PER_SIDE));
		// The smallest cells have no cells within them.
		let level = self.level.checked_sub(1);
		let places = (0..CHILDREN_PER_SIDE)
			.flat_map(|column| (0..CHILDREN_PER_SIDE).map(move |row| (column, row)));
		places.filter_map(move |(right, up)| {
			which.has(Children::bit(right, up)).then_some(())?;
			Some(Self {
				level: level?,
				column: column.wrapping_add(right),
				row: row.wrapping_add(up),
			})
		})
	}

	/// The ground of the cell, with its sides.
	pub fn bounds(&self, system: CoordinateSystem) -> BoundingBox {
		let bits = side_bits(system, self.level);
		let offset = system.grid_offset();
		// At most 2^37: see the assertions at `CoordinateSystem`.
		let corner = |place: u32| i64::from(place).wrapping_shl(bits).wrapping_sub(offset);
		BoundingBox {
			min: Point::new(corner(self.column), corner(self.row)),
			max: Point::new(
				corner(self.column.saturating_add(1)),
				corner(self.row.saturating_add(1)),
			),
		}
	}

	/// The cell of a level that a point is in; the lower and the left side belong to a cell, the
	/// others to its neighbours.
	pub fn at(system: CoordinateSystem, level: u8, point: Point) -> Self {
		let bits = side_bits(system, level);
		let place = |coordinate: i64| {
			let from_corner = coordinate.saturating_add(system.grid_offset());
			u32::try_from(from_corner.wrapping_shr(bits)).unwrap_or(0)
		};
		Self { level, column: place(point.x), row: place(point.y) }
	}
}

/// The level of [`Cell::ROOT`].
const LAST_LEVEL: u8 = 11;
const _: () = assert!(LAST_LEVEL as u32 + 1 == LEVELS); // as: a constant

/// The binary logarithm of the side of the cells of a level.
fn side_bits(system: CoordinateSystem, level: u8) -> u32 {
	system
		.finest_cell_bits()
		.wrapping_add(u32::from(level.min(LAST_LEVEL)).wrapping_mul(BITS_PER_LEVEL))
}

impl Edge {
	/// The level that the edge is entered at.
	fn level(&self, system: CoordinateSystem) -> u8 {
		let width = self.bounds.max.x.saturating_sub(self.bounds.min.x);
		let height = self.bounds.max.y.saturating_sub(self.bounds.min.y);
		let longer = width.max(height);
		(0..LAST_LEVEL)
			.find(|level| {
				let side = 1i64.wrapping_shl(side_bits(system, *level));
				longer <= side.saturating_mul(EDGE_SIDES)
			})
			.unwrap_or(LAST_LEVEL)
	}

	/// Enters the edge under every cell of its level that has one of its points.
	fn enter(&self, system: CoordinateSystem, cells: &mut Vec<Cell>) {
		let level = self.level(system);
		let first = Cell::at(system, level, self.bounds.min);
		let last = Cell::at(system, level, self.bounds.max);
		for column in first.column..=last.column {
			for row in first.row..=last.row {
				let cell = Cell { level, column, row };
				if self.meets_box(&cell.bounds(system)) {
					cells.push(cell);
				}
			}
		}
	}
}

impl Polygon {
	/// The cells that the polygon is entered under: those of its edges, each once, in their order.
	///
	/// At most [`crate::MAX_CELLS_PER_EDGE`] for each edge; where edges are short beside the cells,
	/// neighbouring edges share them. The index also needs, in the parent of every cell that has
	/// anything in it or within it, the mark [`Cell::place_in_parent`], up to [`Cell::ROOT`].
	pub fn cells(&self, system: CoordinateSystem) -> Vec<Cell> {
		let mut cells = Vec::new();
		for edge in self.edges() {
			edge.enter(system, &mut cells);
		}
		cells.sort_unstable();
		cells.dedup();
		cells
	}
}
