//! The accounts of the `development` and `local` presets: everybody knows their secret keys, so they
//! are refused in `production`.
//!
//! Each is derived from the development phrase of the SDK by the path that stands beside it, so
//! that polkadot.js and `client/` can sign with it. `tests/presets.rs` derives them again.

use hex_literal::hex;
use polity_primitives::AccountId;

/// An account that everybody can sign with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct WellKnown {
	/// The derivation path after the development phrase.
	pub path: &'static str,
	/// The public key (sr25519).
	pub public: [u8; 32],
}

impl WellKnown {
	/// The account.
	pub fn account(&self) -> AccountId {
		AccountId::new(self.public)
	}
}

/// Key 1 of the seat of Interior.
pub const INTERIOR_SEAT_1: WellKnown = WellKnown {
	path: "//Interior//seat//1",
	public: hex!("22c62478ca87e5fdc22acee7d6b1864cf5727e079438b76059fb8f9ddbde5f23"),
};
/// Key 2 of the seat of Interior.
pub const INTERIOR_SEAT_2: WellKnown = WellKnown {
	path: "//Interior//seat//2",
	public: hex!("f6b868a5af6c1fc8094ca1807816283e3af2a4074484a9deae7d3e79c55c2636"),
};
/// The authority node of Interior.
pub const INTERIOR_NODE: WellKnown = WellKnown {
	path: "//Interior//node",
	public: hex!("06a19ce79b3017698358cffa6de3dc27e0e560da0cb90be0612270f268ce3e09"),
};
/// Key 1 of the seat of Justice.
pub const JUSTICE_SEAT_1: WellKnown = WellKnown {
	path: "//Justice//seat//1",
	public: hex!("3e41804e73f9aa7c013d9f213af9860ea5dbff8f8ddff72272ecf162e4c6d643"),
};
/// Key 2 of the seat of Justice.
pub const JUSTICE_SEAT_2: WellKnown = WellKnown {
	path: "//Justice//seat//2",
	public: hex!("8cf8cd651cb90a9db09ece94892ac8553768adacd36d716e840dea5933f31155"),
};
/// The authority node of Justice.
pub const JUSTICE_NODE: WellKnown = WellKnown {
	path: "//Justice//node",
	public: hex!("6c625f156e62fa06911292eab18da6239a1bd346497f80467b44669a092b1d67"),
};
/// Key 1 of the seat of Lands.
pub const LANDS_SEAT_1: WellKnown = WellKnown {
	path: "//Lands//seat//1",
	public: hex!("549dffbbbf378a5fca9b34e79e618591242f67cbe4e379c0ba43a7ed4500b625"),
};
/// Key 2 of the seat of Lands.
pub const LANDS_SEAT_2: WellKnown = WellKnown {
	path: "//Lands//seat//2",
	public: hex!("1a15644ab4061d07ba098c2ae2eac4541889eb567c74dd84083c3a0d8e86e136"),
};
/// The authority node of Lands.
pub const LANDS_NODE: WellKnown = WellKnown {
	path: "//Lands//node",
	public: hex!("78b92406d534152bd340c5d9f9b2adff281c196ef4c26c5d687192e305b09f15"),
};
/// Key 1 of the seat of Economy.
pub const ECONOMY_SEAT_1: WellKnown = WellKnown {
	path: "//Economy//seat//1",
	public: hex!("f2bd09a0cf6daef5f3e87a16b628cefcac3c9eb481a7b3dda7e77db5c24c7117"),
};
/// Key 2 of the seat of Economy.
pub const ECONOMY_SEAT_2: WellKnown = WellKnown {
	path: "//Economy//seat//2",
	public: hex!("f6c99d60764bcbf45c03224770860345ed35c7e43066810ee69ee8225f8de838"),
};
/// The authority node of Economy.
pub const ECONOMY_NODE: WellKnown = WellKnown {
	path: "//Economy//node",
	public: hex!("066a77acf936ef2e568ae8ff8665806fef654db1221b45fce051e246bf2f0c47"),
};
/// Prepares enrolments.
pub const INTERIOR_EXAMINER: WellKnown = WellKnown {
	path: "//Interior//examiner",
	public: hex!("26aa57ec63d685823df4bfcd3a71f3e4cae0d8715e8c90585803c64a8bb86a0b"),
};
/// Decides enrolments.
pub const INTERIOR_REGISTRAR: WellKnown = WellKnown {
	path: "//Interior//registrar",
	public: hex!("326283d065d459d25c5e3418cb4ae5a33db9aca9def5e2a3c8ab087050a27505"),
};
/// Prepares freezes as a court.
pub const JUSTICE_JUDGE_1: WellKnown = WellKnown {
	path: "//Justice//judge//1",
	public: hex!("b250cf77993e38a5f49d0e782d885c18530a2751dd66eea4f3d7175abf40c47d"),
};
/// Decides freezes as a court.
pub const JUSTICE_JUDGE_2: WellKnown = WellKnown {
	path: "//Justice//judge//2",
	public: hex!("3ac32d6e6914bec8e26a2a17f27d5997f0c56d32b598d25bb005a22d2205d423"),
};
/// Examines in the land register, and nowhere else.
pub const LANDS_EXAMINER: WellKnown = WellKnown {
	path: "//Lands//examiner",
	public: hex!("b2c684674c95feb668a677823891d864ad36528d93fa1788f6166af3a7c3907f"),
};
/// Decides in the land register.
pub const LANDS_REGISTRAR: WellKnown = WellKnown {
	path: "//Lands//registrar",
	public: hex!("540e048ba99e94aad0c7127a37a42e154fd357bfd69eb75745302c7ef180b94e"),
};
/// Records an existing cadastre.
pub const LANDS_RECORDER: WellKnown = WellKnown {
	path: "//Lands//recorder",
	public: hex!("2c846123e8448ac40bcb8a4aa132c2cd38ba3ad75d32a08b337d9d722047096e"),
};
/// Surveys land.
pub const LANDS_SURVEYOR: WellKnown = WellKnown {
	path: "//Lands//surveyor",
	public: hex!("be79dcaa0f21d9a0e3046a6b015f72f0553751212cd1695f3e187596ecf64469"),
};
/// A notary of the land register: of another ministry than the one that keeps it.
pub const JUSTICE_NOTARY: WellKnown = WellKnown {
	path: "//Justice//notary",
	public: hex!("f40647affe160f519c32b1ee9259aacbd0147a89f97c143177e5454c35da300b"),
};
/// Examines applications of companies.
pub const ECONOMY_EXAMINER: WellKnown = WellKnown {
	path: "//Economy//examiner",
	public: hex!("d23f7f5001f2a0203b3b78b4bd62140b67ae205aec748007a0081f1da1bdf706"),
};
/// A second key of the person behind [`ECONOMY_EXAMINER`], with the power to decide: what one person
/// may not do with two keys.
pub const ECONOMY_EXAMINER_SECOND_KEY: WellKnown = WellKnown {
	path: "//Economy//examiner//second-key",
	public: hex!("d8ca290854283c4c34d6da87ca5abeca96bcf2b48ff1fd16311b0819232a7e58"),
};
/// Decides applications of companies.
pub const ECONOMY_REGISTRAR: WellKnown = WellKnown {
	path: "//Economy//registrar",
	public: hex!("bcbe9199843482389dba41677c666b7ead282b8c4d793040326ec755d5b2d02e"),
};
/// Records an existing register.
pub const ECONOMY_RECORDER: WellKnown = WellKnown {
	path: "//Economy//recorder",
	public: hex!("c229b17aae2b9ff46cf0c1c5a45eba0ad34b150ea28c2ab119a8443bb05b5167"),
};
/// An officer whose mandate has expired.
pub const ECONOMY_FORMER: WellKnown = WellKnown {
	path: "//Economy//former",
	public: hex!("782fbe78d68c4fee326f3265472026a96dcff43a040c997b82019e73e3ece97f"),
};
/// A second examiner.
pub const ECONOMY_CLERK: WellKnown = WellKnown {
	path: "//Economy//clerk",
	public: hex!("ec322a30e7da7944bd6ee176cd510514f7932cbbcb72756166ff88df2dae502d"),
};
/// Examines applications for permits.
pub const ECONOMY_PERMITS_EXAMINER: WellKnown = WellKnown {
	path: "//Economy//permits//examiner",
	public: hex!("1425339fc44c835bc1e31e3761d2e26779da616d29796ef1e2f190c4127f2218"),
};
/// Decides applications for permits.
pub const ECONOMY_PERMITS_REGISTRAR: WellKnown = WellKnown {
	path: "//Economy//permits//registrar",
	public: hex!("983aef16443eb646e9801aef142d4dab28b73e748210319df0defc38fc6dd61f"),
};
/// Records running applications and permits of an existing register.
pub const ECONOMY_PERMITS_RECORDER: WellKnown = WellKnown {
	path: "//Economy//permits//recorder",
	public: hex!("76364cfc5b4a9d404a917fe7e6980bdf669a44ad42a77e3ae749d7a570e9213d"),
};
/// Prepares accreditations, and schemas of attestations.
pub const INTERIOR_ACCREDITOR_1: WellKnown = WellKnown {
	path: "//Interior//accreditor//1",
	public: hex!("0ac4eb961933af979e6064ac9b880828856bbcbf3653f76dfce95b9e81ae4820"),
};
/// Decides accreditations, and schemas of attestations.
pub const INTERIOR_ACCREDITOR_2: WellKnown = WellKnown {
	path: "//Interior//accreditor//2",
	public: hex!("8a654c49fe1121215e90cfdef748e809c173d992e736ec94b62d5795550fb535"),
};
/// A citizen.
pub const CITIZEN_1: WellKnown = WellKnown {
	path: "//Citizen//1",
	public: hex!("00311ee7c50960baf40239d19908bbd0842b6d016dc0fab877fbf6ac0674fc67"),
};
/// A citizen.
pub const CITIZEN_2: WellKnown = WellKnown {
	path: "//Citizen//2",
	public: hex!("88888005525fdc41c3faa29b1edd7f16d3b04cad47073e0e41abfe54211b481f"),
};
/// A citizen.
pub const CITIZEN_3: WellKnown = WellKnown {
	path: "//Citizen//3",
	public: hex!("94219da9e80cede3f41e36278a94bad2d5f9133523b2d1f749a31431e2e0737c"),
};

/// All of them.
pub const ALL: [WellKnown; 35] = [
	INTERIOR_SEAT_1,
	INTERIOR_SEAT_2,
	INTERIOR_NODE,
	JUSTICE_SEAT_1,
	JUSTICE_SEAT_2,
	JUSTICE_NODE,
	LANDS_SEAT_1,
	LANDS_SEAT_2,
	LANDS_NODE,
	ECONOMY_SEAT_1,
	ECONOMY_SEAT_2,
	ECONOMY_NODE,
	INTERIOR_EXAMINER,
	INTERIOR_REGISTRAR,
	JUSTICE_JUDGE_1,
	JUSTICE_JUDGE_2,
	LANDS_EXAMINER,
	LANDS_REGISTRAR,
	LANDS_RECORDER,
	LANDS_SURVEYOR,
	JUSTICE_NOTARY,
	ECONOMY_EXAMINER,
	ECONOMY_EXAMINER_SECOND_KEY,
	ECONOMY_REGISTRAR,
	ECONOMY_RECORDER,
	ECONOMY_FORMER,
	ECONOMY_CLERK,
	ECONOMY_PERMITS_EXAMINER,
	ECONOMY_PERMITS_REGISTRAR,
	ECONOMY_PERMITS_RECORDER,
	INTERIOR_ACCREDITOR_1,
	INTERIOR_ACCREDITOR_2,
	CITIZEN_1,
	CITIZEN_2,
	CITIZEN_3,
];
