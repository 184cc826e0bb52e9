use super::*;

#[test]
fn chain_should_allow_what_every_node_covers() {
	assert_eq!(chain_allows(&chain(), &diploma(), at(20)), Ok(()));
	assert_eq!(chain_allows(&chain(), &diploma(), at(799)), Ok(()));
}

#[test]
fn chain_should_refuse_by_name_what_the_issuer_has_not() {
	let allows = |claim: Claim, millis| chain_allows(&chain(), &claim, at(millis));
	let other = Claim { schema: SchemaId(2), ..diploma() };
	assert_eq!(allows(other, 20), Err(ChainError::SchemaNotCovered));
	let elsewhere = Claim { district: District(4), ..diploma() };
	assert_eq!(allows(elsewhere, 20), Err(ChainError::DistrictNotCovered));
	let country = Claim { district: District::NATIONAL, ..diploma() };
	assert_eq!(allows(country, 20), Err(ChainError::DistrictNotCovered));
	let surer = Claim { level: Level::High, ..diploma() };
	assert_eq!(allows(surer, 20), Err(ChainError::LevelTooHigh));
	assert_eq!(allows(diploma(), 19), Err(ChainError::NotYet));
	assert_eq!(allows(diploma(), 800), Err(ChainError::Expired));
}

#[test]
fn chain_should_refuse_when_any_node_is_revoked() {
	for place in 0..3 {
		let mut chain = chain();
		chain[place] = revoke(&chain[place], Issued::Keep, at(100)).unwrap();
		assert_eq!(chain_allows(&chain, &diploma(), at(99)), Ok(()));
		assert_eq!(chain_allows(&chain, &diploma(), at(100)), Err(ChainError::Revoked));
	}
}

#[test]
fn chain_should_lose_at_once_what_a_node_above_loses() {
	let mut chain = chain();
	chain[1] =
		narrow(&chain[1], scope(&[2], District::NATIONAL, Level::Substantial, 10, 900)).unwrap();
	assert_eq!(chain_allows(&chain, &diploma(), at(20)), Err(ChainError::SchemaNotCovered));
}

#[test]
fn chain_should_be_refused_by_name_when_it_is_none() {
	let nodes = chain();
	let [issuer, organisation, root] = nodes.as_slice() else { panic!("three nodes") };
	assert_eq!(check_chain(&[]), Err(ChainError::Empty));
	assert_eq!(check_chain(&[issuer.clone(), root.clone()]), Err(ChainError::Broken));
	assert_eq!(check_chain(&[issuer.clone(), organisation.clone()]), Err(ChainError::Broken));
	let around = Accreditation { parent: Some(organisation.id), ..organisation.clone() };
	assert_eq!(check_chain(&[around.clone(), around]), Err(ChainError::Cycle));
	let above = [organisation.clone(), root.clone()];
	assert_eq!(chain_allows(&above, &diploma(), at(20)), Err(ChainError::NotAnIssuer));
	let issues = Accreditation { kind: AccreditationKind::Issuer, ..organisation.clone() };
	let broken = [issuer.clone(), issues, root.clone()];
	assert_eq!(check_chain(&broken), Err(ChainError::KindOutOfPlace));
	let long = vec![issuer.clone(); 6];
	assert_eq!(check_chain(&long), Err(ChainError::TooDeep));
	let headless = Accreditation { parent: None, ..organisation.clone() };
	assert_eq!(check_chain(&[issuer.clone(), headless]), Err(ChainError::KindOutOfPlace));
}

#[test]
fn accreditation_should_be_refused_when_it_exceeds_its_parent() {
	let above = &chain()[1..];
	let refused = |scope| {
		accredit(above, AccreditationId(9), AccreditationKind::Issuer, scope, at(20)).unwrap_err()
	};
	let nation = District::NATIONAL;
	let level = Level::Substantial;
	assert_eq!(refused(scope(&[3], nation, level, 20, 800)), ScopeError::SchemaBeyond.into());
	assert_eq!(refused(scope(&[1], nation, Level::High, 20, 800)), ScopeError::LevelBeyond.into());
	assert_eq!(refused(scope(&[1], nation, level, 9, 800)), ScopeError::PeriodBeyond.into());
	assert_eq!(refused(scope(&[1], nation, level, 20, 901)), ScopeError::PeriodBeyond.into());
	assert_eq!(refused(scope(&[], nation, level, 20, 800)), ScopeError::NoSchema.into());
	assert_eq!(refused(scope(&[1], nation, level, 20, 20)), ScopeError::PeriodEmpty.into());

	let city = narrow(&above[0], scope(&[1], CITY, level, 10, 900)).unwrap();
	let above = [city, above[1].clone()];
	let wider = scope(&[1], nation, level, 20, 800);
	let id = AccreditationId(9);
	assert_eq!(
		accredit(&above, id, AccreditationKind::Issuer, wider, at(20)).unwrap_err(),
		ScopeError::DistrictBeyond.into()
	);
}

#[test]
fn accreditation_should_be_refused_when_it_has_no_place() {
	let chain = chain();
	let narrow = || scope(&[1], CITY, Level::Low, 30, 700);
	let id = AccreditationId(9);
	let refused = |above: &[Accreditation], id, kind, millis| {
		accredit(above, id, kind, narrow(), at(millis)).unwrap_err()
	};
	assert_eq!(
		refused(&chain, id, AccreditationKind::Issuer, 30),
		AccreditationError::ParentIsIssuer
	);
	assert_eq!(
		refused(&chain[1..], id, AccreditationKind::Root, 30),
		AccreditationError::KindAndParentDiffer
	);
	assert_eq!(
		refused(&[], id, AccreditationKind::Issuer, 30),
		AccreditationError::KindAndParentDiffer
	);
	assert_eq!(
		refused(&chain[1..], AccreditationId(1), AccreditationKind::Issuer, 30),
		AccreditationError::Cycle
	);
	assert_eq!(
		refused(&chain[1..], id, AccreditationKind::Issuer, 900),
		ChainError::Expired.into()
	);
	let mut above = chain[1..].to_vec();
	above[1] = revoke(&above[1], Issued::Keep, at(25)).unwrap();
	assert_eq!(refused(&above, id, AccreditationKind::Issuer, 30), ChainError::Revoked.into());
}

#[test]
fn accreditation_should_be_refused_when_the_chain_is_as_long_as_it_can_be() {
	let mut above = chain()[1..].to_vec();
	let scope = || scope(&[1], CITY, Level::Low, 30, 700);
	for number in 10..13 {
		let id = AccreditationId(number);
		let node = accredit(&above, id, AccreditationKind::Organisation, scope(), at(30)).unwrap();
		above.insert(0, node);
	}
	assert_eq!(above.len(), 5);
	assert_eq!(
		accredit(&above, AccreditationId(20), AccreditationKind::Issuer, scope(), at(30)),
		Err(AccreditationError::TooDeep)
	);
}

#[test]
fn narrowing_should_be_refused_when_it_widens_or_does_nothing() {
	let issuer = &chain()[0];
	let wider = scope(&[1], CITY, Level::High, 20, 800);
	assert_eq!(narrow(issuer, wider), Err(ScopeError::LevelBeyond.into()));
	assert_eq!(narrow(issuer, issuer.scope.clone()), Err(AccreditationError::ScopeUnchanged));
	let revoked = revoke(issuer, Issued::Keep, at(50)).unwrap();
	let less = scope(&[1], CITY, Level::Low, 20, 800);
	assert_eq!(narrow(&revoked, less), Err(AccreditationError::Revoked));
}

#[test]
fn revocation_should_be_final_and_reach_back_only() {
	let issuer = &chain()[0];
	let revoked = revoke(issuer, Issued::Keep, at(50)).unwrap();
	assert_eq!(revoke(&revoked, Issued::VoidFrom(at(0)), at(60)), Err(AccreditationError::Revoked));
	assert_eq!(
		revoke(issuer, Issued::VoidFrom(at(51)), at(50)),
		Err(AccreditationError::VoidAfterRevocation)
	);
}

#[test]
fn revocation_should_void_what_stands_below_it() {
	for place in 0..3 {
		let mut chain = chain();
		chain[place] = revoke(&chain[place], Issued::VoidFrom(at(70)), at(100)).unwrap();
		assert!(!void_in_chain(&chain, at(69)));
		assert!(void_in_chain(&chain, at(70)));
	}
}
