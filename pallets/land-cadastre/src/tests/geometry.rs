//! Outlines that are no boundary of a parcel.

use super::*;

fn refused(outer: &[(i64, i64)], holes: &[&[(i64, i64)]], error: Error<Test>) {
	let holes = holes.iter().map(|hole| ring(hole)).collect();
	let outline = Outline { outer: ring(outer), holes };
	assert_noop!(propose(parcel("A", outline, 100)), error);
}

const BOX: [(i64, i64); 4] = [(10, 10), (50, 10), (50, 50), (10, 50)];

#[test]
fn outline_should_be_refused_by_name_when_it_is_no_boundary() {
	build_and_execute(|| {
		refused(&[(1, 1), (2, 2)], &[], Error::<Test>::TooFewVertices);
		refused(&[(1, 1), (2, 2), (200_000_000, 1)], &[], Error::<Test>::PointOutOfRange);
		refused(&[(1, 1), (1, 1), (2, 5), (5, 2)], &[], Error::<Test>::RepeatedPoint);
		refused(&[(1, 1), (2, 2), (3, 3)], &[], Error::<Test>::ZeroArea);
		refused(&[(10, 10), (50, 10), (50, 50), (50, 20)], &[], Error::<Test>::Spike);
		refused(
			&[(10, 10), (20, 10), (30, 20), (40, 10), (50, 10), (30, 20), (10, 50)],
			&[],
			Error::<Test>::SelfTouching,
		);
		refused(&[(10, 10), (50, 50), (50, 10), (10, 40)], &[], Error::<Test>::SelfCrossing);
		refused(&BOX, &[&[(10, 20), (20, 20), (20, 30)]], Error::<Test>::HoleTouchesOuterRing);
		refused(&BOX, &[&[(5, 20), (20, 20), (20, 30)]], Error::<Test>::HoleCrossesOuterRing);
		refused(
			&BOX,
			&[&[(20, 20), (25, 20), (25, 30)], &[(25, 30), (35, 30), (35, 40)]],
			Error::<Test>::HolesTouch,
		);
		refused(
			&BOX,
			&[&[(20, 20), (30, 20), (30, 30)], &[(25, 15), (35, 25), (20, 28)]],
			Error::<Test>::HolesCross,
		);
		refused(&BOX, &[&[(60, 60), (70, 60), (70, 70)]], Error::<Test>::HoleOutside);
		refused(
			&BOX,
			&[&[(20, 20), (40, 20), (40, 40), (20, 40)], &[(25, 25), (30, 25), (30, 30)]],
			Error::<Test>::HoleNested,
		);
	});
}

#[test]
fn outline_should_be_refused_when_it_has_more_vertices_than_a_call_decodes() {
	let zigzag = |points: i64| -> Vec<Point> {
		(0..points).map(|at| Point::new(at * METRE, at % 2 * METRE)).collect()
	};
	let encoded = |points| Outline { outer: zigzag(points), holes: vec![] }.encode();
	use codec::Decode;
	assert!(Outline::decode(&mut &encoded(512)[..]).is_ok());
	assert!(Outline::decode(&mut &encoded(513)[..]).is_err());
	// One that was never encoded is refused by name.
	build_and_execute(|| {
		let outline = Outline { outer: zigzag(513), holes: vec![] };
		assert_noop!(propose(parcel("A", outline, 100)), Error::<Test>::TooManyVertices);
	});
}

#[test]
fn reference_should_fail_to_decode_when_it_has_other_characters() {
	use codec::Decode;
	for text in ["", "a1", "A 1", "A-1"] {
		assert!(ParcelReference::decode(&mut &text.as_bytes().to_vec().encode()[..]).is_err());
	}
	assert!(ParcelReference::decode(&mut &vec![b'A'; 25].encode()[..]).is_err());
	let known = reference("91216000AB0037");
	assert_eq!(ParcelReference::decode(&mut &known.encode()[..]), Ok(known.clone()));
	assert_eq!(known.as_bytes(), b"91216000AB0037");
}
