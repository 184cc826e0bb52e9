use codec::{Decode, DecodeWithMemLimit, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use proptest::prelude::*;

use super::{
	oracle::{any_period, any_world},
	*,
};

/// A value comes back from its encoding and its JSON, and fits its declared length.
fn comes_back<Value>(value: &Value)
where
	Value: Encode
		+ Decode
		+ DecodeWithMemTracking
		+ MaxEncodedLen
		+ serde::Serialize
		+ serde::de::DeserializeOwned
		+ PartialEq
		+ core::fmt::Debug,
{
	let bytes = value.encode();
	assert!(bytes.len() <= Value::max_encoded_len());
	assert_eq!(&Value::decode(&mut bytes.as_slice()).unwrap(), value);
	let limited = Value::decode_with_mem_limit(&mut bytes.as_slice(), 1 << 20).unwrap();
	assert_eq!(&limited, value);
	let json = serde_json::to_string(value).unwrap();
	assert_eq!(&serde_json::from_str::<Value>(&json).unwrap(), value);
}

/// The encoding of something is refused for this reason.
fn is_refused<Value: Decode + core::fmt::Debug>(unlawful: &impl Encode, reason: &str) {
	let error = Value::decode(&mut unlawful.encode().as_slice()).unwrap_err();
	assert!(error.to_string().contains(reason), "{error}");
}

/// The JSON is refused.
fn json_is_refused<Value: serde::de::DeserializeOwned + core::fmt::Debug>(json: &str) {
	assert!(serde_json::from_str::<Value>(json).is_err(), "{json}");
}

#[test]
fn encoding_should_be_fixed() {
	for (bytes, expected) in [
		(Instant::from_millis(1).encode(), "0100000000000000"),
		(date("1970-01-02").encode(), "01000000"),
		(date("1969-12-31").encode(), "ffffffff"),
		(CalendarId::new(7).encode(), "0700"),
		(Weekday::Monday.encode(), "01"),
		(Weekday::Sunday.encode(), "07"),
		(WeekendDays::SATURDAY_SUNDAY.encode(), "60"),
		(LocalOffset::from_minutes_east(-60).unwrap().encode(), "c4ff"),
		(Period::CalendarDays(30).encode(), "001e000000"),
		(Period::WorkingDays(5).encode(), "0105000000"),
		(Period::Months(3).encode(), "020300"),
		(Period::Years(999).encode(), "03e703"),
		(calendar_at(60, &["1970-01-02"]).encode(), "3c00600401000000"),
		(TolledIntervals::new().encode(), "00"),
		(
			tolled_of(&[(Instant::from_millis(1), Instant::from_millis(2))]).encode(),
			"0401000000000000000200000000000000",
		),
	] {
		assert_eq!(hex::encode(bytes), expected);
	}
}

#[test]
fn longest_encoding_should_be_as_documented() {
	assert_eq!(Instant::max_encoded_len(), 8);
	assert_eq!(CalendarDate::max_encoded_len(), 4);
	assert_eq!(LocalOffset::max_encoded_len(), 2);
	assert_eq!(Period::max_encoded_len(), 5);
	assert_eq!(TolledInterval::max_encoded_len(), 16);
	assert_eq!(Calendar::max_encoded_len(), 3 + 2 + 4 * 512);
	assert_eq!(TolledIntervals::max_encoded_len(), 2 + 16 * 256);
}

#[test]
fn decoding_should_be_refused_when_the_value_is_unlawful() {
	let dates = DateError::YearOutOfRange.reason();
	for days in [-354_286i32, 2_932_897, i32::MIN, i32::MAX] {
		is_refused::<CalendarDate>(&days, dates);
	}
	for minutes in [841i16, -841, i16::MIN, i16::MAX] {
		is_refused::<LocalOffset>(&minutes, OffsetError::TooFarFromUtc.reason());
	}
	is_refused::<WeekendDays>(&0x7fu8, CalendarError::NoWorkingDay.reason());
	is_refused::<WeekendDays>(&0x80u8, CalendarError::UnknownWeekday.reason());
	for weekday in [0u8, 8] {
		assert!(Weekday::decode(&mut [weekday].as_slice()).is_err());
	}

	let unsorted = CalendarError::HolidaysNotSorted.reason();
	is_refused::<Calendar>(&(0i16, 0u8, vec![2i32, 1]), unsorted);
	is_refused::<Calendar>(&(0i16, 0u8, vec![1i32, 1]), unsorted);
	is_refused::<Calendar>(&(0i16, 0u8, vec![i32::MAX]), dates);
	is_refused::<Calendar>(&(0i16, 0x7fu8, Vec::<i32>::new()), "at least one day");
	is_refused::<Calendar>(&(900i16, 0u8, Vec::<i32>::new()), "840 minutes");
	let too_many: Vec<i32> = (0..513).collect();
	is_refused::<Calendar>(&(0i16, 0u8, too_many), "exceeds its limit");

	for nought in [vec![0, 0, 0, 0, 0], vec![1, 0, 0, 0, 0], vec![2, 0, 0], vec![3, 0, 0]] {
		let error = Period::decode(&mut nought.as_slice()).unwrap_err();
		assert!(error.to_string().contains(PeriodError::Empty.reason()));
	}
	let too_long = PeriodError::TooLong.reason();
	is_refused::<Period>(&(0u8, MAX_PERIOD_CALENDAR_DAYS + 1), too_long);
	is_refused::<Period>(&(1u8, MAX_PERIOD_WORKING_DAYS + 1), too_long);
	is_refused::<Period>(&(2u8, MAX_PERIOD_MONTHS + 1), too_long);
	is_refused::<Period>(&(3u8, MAX_PERIOD_YEARS + 1), too_long);
	assert!(Period::decode(&mut [4u8, 1, 0, 0, 0].as_slice()).is_err());

	let empty = TolledError::EmptyInterval.reason();
	is_refused::<TolledInterval>(&(5u64, 5u64), empty);
	is_refused::<TolledInterval>(&(6u64, 5u64), empty);
	let apart = TolledError::IntervalsNotApart.reason();
	for intervals in [
		[(30u64, 40u64), (10, 20)],
		[(10, 20), (15, 30)],
		[(10, 20), (20, 30)],
		[(10, 20), (10, 20)],
		[(10, 40), (20, 30)],
	] {
		is_refused::<TolledIntervals>(&intervals.to_vec(), apart);
	}
	is_refused::<TolledIntervals>(&vec![(10u64, 10u64)], empty);
	let too_many: Vec<_> = (0..257u64).map(|index| (index * 10, index * 10 + 1)).collect();
	is_refused::<TolledIntervals>(&too_many, "exceeds its limit");
}

#[test]
fn json_should_be_refused_when_the_value_is_unlawful() {
	for json in ["20458", "\"2026-02-30\"", "\"2026-1-1\"", "null"] {
		json_is_refused::<CalendarDate>(json);
	}
	for json in ["841", "-841", "40000", "\"1\""] {
		json_is_refused::<LocalOffset>(json);
	}
	for json in ["127", "128", "-1"] {
		json_is_refused::<WeekendDays>(json);
	}
	for json in [
		r#"{"calendarDays":0}"#,
		r#"{"months":1201}"#,
		r#"{"CalendarDays":1}"#,
		r#"{"weeks":1}"#,
		"30",
	] {
		json_is_refused::<Period>(json);
	}
	for json in [
		r#"{"offset":0,"weekend":96,"holidays":["2026-02-01","2026-01-01"]}"#,
		r#"{"offset":0,"weekend":127,"holidays":[]}"#,
		r#"{"offset":0,"weekend":96}"#,
		r#"{"offset":0,"weekend":96,"holidays":[],"name":"x"}"#,
	] {
		json_is_refused::<Calendar>(json);
	}
	json_is_refused::<TolledInterval>(r#"{"from":5,"to":5}"#);
	json_is_refused::<TolledIntervals>(r#"[{"from":5,"to":9},{"from":9,"to":12}]"#);
}

#[test]
fn json_should_be_plain() {
	fn json(value: &impl serde::Serialize) -> String {
		serde_json::to_string(value).unwrap()
	}
	assert_eq!(json(&date("2026-01-05")), r#""2026-01-05""#);
	assert_eq!(json(&Period::WorkingDays(5)), r#"{"workingDays":5}"#);
	assert_eq!(
		json(&calendar_at(60, &["2026-01-01"])),
		r#"{"offset":60,"weekend":96,"holidays":["2026-01-01"]}"#
	);
	assert_eq!(
		json(&tolled_of(&[(Instant::from_millis(1), Instant::from_millis(2))])),
		r#"[{"from":1,"to":2}]"#
	);
	assert_eq!(json(&CalendarId::new(3)), "3");
	assert_eq!(json(&Weekday::Friday), r#""friday""#);
}

#[test]
fn full_lists_should_come_back() {
	let holidays: Vec<_> =
		(0..512).map(|days| CalendarDate::from_days_since_epoch(days).unwrap()).collect();
	let holidays: BoundedVec<_, ConstU32<MAX_HOLIDAYS>> = holidays.try_into().unwrap();
	let calendar = Calendar::try_new(LocalOffset::UTC, WeekendDays::NONE, holidays).unwrap();
	assert_eq!(calendar.encoded_size(), Calendar::max_encoded_len());
	comes_back(&calendar);
	let mut tolled = TolledIntervals::new();
	for index in 0..256 {
		let from = Instant::from_millis(index * 10);
		let to = Instant::from_millis(index * 10 + 5);
		tolled.try_insert(TolledInterval::try_new(from, to).unwrap()).unwrap();
	}
	assert_eq!(tolled.encoded_size(), TolledIntervals::max_encoded_len());
	comes_back(&tolled);
}

proptest! {
	#[test]
	fn values_should_come_back(
		world in any_world(),
		period in any_period(),
		millis in any::<u64>(),
		number in any::<u16>(),
	) {
		comes_back(&world.calendar());
		comes_back(&world.calendar().offset());
		comes_back(&world.calendar().weekend());
		comes_back(&world.tolled());
		for interval in world.tolled().as_slice() {
			comes_back(interval);
		}
		comes_back(&period);
		comes_back(&Instant::from_millis(millis));
		comes_back(&CalendarId::new(number));
		for holiday in world.calendar().holidays() {
			comes_back(holiday);
			comes_back(&holiday.weekday());
		}
	}

	#[test]
	fn decoding_should_take_only_what_encodes_to_the_same(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
		/// Whatever decodes is canonical.
		fn canonical<Value: Decode + Encode>(bytes: &[u8]) {
			let mut rest = bytes;
			if let Ok(value) = Value::decode(&mut rest) {
				let read = bytes.len() - rest.len();
				assert_eq!(value.encode(), &bytes[..read]);
			}
		}
		canonical::<CalendarDate>(&bytes);
		canonical::<LocalOffset>(&bytes);
		canonical::<Calendar>(&bytes);
		canonical::<Period>(&bytes);
		canonical::<TolledInterval>(&bytes);
		canonical::<TolledIntervals>(&bytes);
	}
}
