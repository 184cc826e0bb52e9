//! The statutes that an act can rest on. A country that adopts Polity maps each to its own law; the
//! codes stay.

use crate::{act::LegalBasis, office::Register};

/// One entry of the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KnownLegalBasis {
	/// The code, never used again for anything else.
	pub basis: LegalBasis,
	/// The register in which acts can rest on it.
	pub register: Register,
	/// What the statute provides for.
	pub title: &'static str,
	/// Whether an act that rests on it cites a document: an order, a certificate or a deed.
	pub demands_document: bool,
}

const fn known(code: u16, register: Register, title: &'static str) -> KnownLegalBasis {
	KnownLegalBasis { basis: LegalBasis(code), register, title, demands_document: false }
}

/// The same of a statute on which an act is nothing without its document.
const fn documented(code: u16, register: Register, title: &'static str) -> KnownLegalBasis {
	KnownLegalBasis { demands_document: true, ..known(code, register, title) }
}

/// Every legal basis that is known. The hundreds are the registers.
pub const LEGAL_BASES: [KnownLegalBasis; 52] = [
	known(101, Register::Identity, "Enrolment in the population register"),
	known(102, Register::Identity, "Key recovery after loss"),
	documented(103, Register::Identity, "Order of a court against a person"),
	documented(104, Register::Identity, "Registration of a death"),
	known(105, Register::Identity, "Mending of a double enrolment"),
	known(106, Register::Identity, "Erasure of what is kept off the chain"),
	known(201, Register::PublicOffice, "Appointment to a public office"),
	known(202, Register::PublicOffice, "End and suspension of a public office"),
	known(301, Register::Business, "Reservation of a company name"),
	known(302, Register::Business, "Registration of a company"),
	known(303, Register::Business, "Change of a company's status"),
	known(304, Register::Business, "Take-over of an existing business register"),
	documented(305, Register::Business, "Order of a court against a company"),
	known(306, Register::Business, "Protection of a name"),
	known(307, Register::Business, "Correction of an entry"),
	known(308, Register::Business, "Change of a company's particulars"),
	known(309, Register::Business, "Appointment and removal of company officers"),
	known(310, Register::Business, "Resolution of a company"),
	known(311, Register::Business, "Share capital of a company"),
	known(312, Register::Business, "Transfer and pledge of shares"),
	known(313, Register::Business, "Filings of a company"),
	known(314, Register::Business, "Statements of beneficial ownership"),
	known(315, Register::Business, "Merger and conversion of companies"),
	known(316, Register::Business, "Adoption of an imported record"),
	known(317, Register::Business, "Parameters of the business register"),
	known(401, Register::Land, "Take-over of an existing cadastre"),
	known(402, Register::Land, "First registration of land"),
	known(403, Register::Land, "Parameters of the cadastre"),
	documented(404, Register::Land, "Succession in land"),
	known(405, Register::Land, "Mortgage"),
	known(406, Register::Land, "Lease, usufruct and easement"),
	known(407, Register::Land, "Survey: subdivision, merger and boundary"),
	known(408, Register::Land, "Caveat and priority notice"),
	documented(409, Register::Land, "Order of a court against land"),
	documented(410, Register::Land, "Expropriation"),
	known(411, Register::Land, "Correction of an entry in the land register"),
	documented(412, Register::Land, "Deed before a notary"),
	documented(413, Register::Land, "Vesting of what a dissolved company leaves"),
	known(414, Register::Land, "Adoption of an imported title"),
	known(415, Register::Land, "Transfer of a right in land"),
	known(416, Register::Land, "Parameters of the land register"),
	known(501, Register::Permits, "Administrative procedure"),
	known(502, Register::Permits, "Types of permits"),
	documented(503, Register::Permits, "Appeal against a decision"),
	known(504, Register::Permits, "Supervision of permits"),
	known(505, Register::Permits, "Transfer, renewal and surrender of a permit"),
	known(506, Register::Permits, "Take-over of running applications and permits"),
	known(507, Register::Permits, "Permits of natural persons"),
	known(601, Register::Attestations, "Accreditation of issuers"),
	known(602, Register::Attestations, "Keys and controllers of issuers"),
	known(603, Register::Attestations, "Issue, suspension and revocation of attestations"),
	documented(604, Register::Attestations, "Order of a court against an attestation"),
];
