import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { SDJwtInstance } from '@sd-jwt/core';
import { describe, expect, it } from 'vitest';

import { fromBase64Url, toBase64Url, utf8 } from '../src/encoding.js';
import {
  isTokenSignedBy,
  processed,
  publicHalf,
  publicKeyFrom,
  readSdJwt,
  shownHash,
  signerOf,
  thumbprint,
  type PrivateKey,
  type PublicKey,
  type Token,
} from '../src/index.js';
import { isSignedBy } from '../src/keys.js';

const rfc9901 = JSON.parse(
  readFileSync(fileURLToPath(new URL('../vectors/rfc9901.json', import.meta.url)), 'utf8'),
);
const issuerKey = publicKeyFrom(rfc9901.issuerKey);

const holderKeyOf = ({ payload }: Token): PublicKey =>
  publicKeyFrom((payload.cnf as unknown as { readonly jwk: unknown }).jwk);

describe('the example of RFC 9901, section 5', () => {
  const { issuerToken, disclosures, presented, keyBinding, sdHash, ...expected } = rfc9901.section5;
  const encoded = (claim: string): string =>
    disclosures.find((disclosure: { readonly claim: string }) => disclosure.claim === claim).encoded;
  const issuance = [
    issuerToken,
    ...disclosures.map((one: { readonly encoded: string }) => one.encoded),
    '',
  ].join('~');
  const presentation = [issuerToken, ...presented.map(encoded), keyBinding].join('~');

  it('should have the digests that the RFC has', () => {
    const read = readSdJwt(issuance);
    expect(read.disclosures.map(({ digest }) => digest)).toEqual(
      disclosures.map(({ digest }: { readonly digest: string }) => digest),
    );
    expect(read.disclosures[0]).toMatchObject({
      salt: '2GLC42sKQveCfGfryNRN9w',
      name: 'given_name',
      value: 'John',
    });
    expect(read.keyBinding).toBeUndefined();
  });

  it('should be signed by the key of appendix A.5, and by no other', () => {
    const read = readSdJwt(issuance);
    expect(isTokenSignedBy(read.issuerToken, issuerKey)).toBe(true);
    expect(isTokenSignedBy(read.issuerToken, holderKeyOf(read.issuerToken))).toBe(false);
  });

  it('should have all that was issued', () => {
    expect(processed(readSdJwt(issuance))).toMatchObject({
      given_name: 'John',
      email: 'johndoe@example.com',
      phone_number_verified: true,
      updated_at: 1570000000,
      nationalities: ['US', 'DE'],
    });
  });

  it('should have what is shown, and no more', () => {
    expect(processed(readSdJwt(presentation))).toEqual(expected.processed);
  });

  it('should have the key binding that the holder has signed over it', () => {
    const read = readSdJwt(presentation);
    expect(shownHash(read)).toBe(sdHash);
    expect(read.keyBinding?.payload).toEqual({
      nonce: expected.nonce,
      aud: expected.audience,
      iat: 1748537244,
      sd_hash: sdHash,
    });
    expect(isTokenSignedBy(read.keyBinding!, holderKeyOf(read.issuerToken))).toBe(true);
    expect(isTokenSignedBy(read.keyBinding!, issuerKey)).toBe(false);
  });

  it('should be refused when anything of it is changed', () => {
    const forged = toBase64Url(utf8('["2GLC42sKQveCfGfryNRN9w", "given_name", "Jane"]'));
    const kind = (text: string): string | undefined => {
      try {
        processed(readSdJwt(text));
        return undefined;
      } catch (error) {
        return (error as { readonly kind: string }).kind;
      }
    };
    expect(kind(issuance)).toBeUndefined();
    expect(kind(`${issuerToken}~${forged}~`)).toBe('AlteredDisclosure');
    expect(kind(`${issuerToken}~${encoded('email')}~${encoded('email')}~`)).toBe('AlteredDisclosure');
    expect(kind(issuerToken)).toBe('Malformed');
    expect(shownHash(readSdJwt(presentation.replace(`${encoded('US')}~`, '')))).not.toBe(sdHash);
  });

  it('should be read by the library as it is here', async () => {
    const library = new SDJwtInstance({ hasher: async (data) => hash(data), hashAlg: 'sha-256' });
    expect(await library.getClaims(presentation)).toEqual(expected.processed);
  });
});

async function hash(data: string | ArrayBuffer): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? utf8(data) : new Uint8Array(data);
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes as never));
}

describe('the credential of RFC 9901, appendix A.4', () => {
  const { issuerToken, disclosures, keyBinding, processedSubject, ...expected } = rfc9901.appendixA4;
  const presentation = [issuerToken, ...disclosures, keyBinding].join('~');

  it('should be signed by its issuer, and shown by its holder', () => {
    const read = readSdJwt(presentation);
    expect(isTokenSignedBy(read.issuerToken, issuerKey)).toBe(true);
    expect(isTokenSignedBy(read.keyBinding!, holderKeyOf(read.issuerToken))).toBe(true);
    expect(read.keyBinding!.payload).toMatchObject({
      nonce: expected.nonce,
      aud: expected.audience,
      sd_hash: shownHash(read),
    });
  });

  it('should disclose single claims in the depth of its subject', () => {
    expect(processed(readSdJwt(presentation)).credentialSubject).toEqual(processedSubject);
  });
});

describe('signatures', () => {
  // RFC 8037, appendix A.
  const ed25519: PrivateKey = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  };

  it('should be those of RFC 8037, appendices A.4 and A.5', async () => {
    const signed = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    const signature =
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
    expect(toBase64Url(await signerOf(ed25519).sign(utf8(signed)))).toBe(signature);
    const key = publicHalf(ed25519);
    expect(isSignedBy(key, 'EdDSA', utf8(signed), fromBase64Url(signature)!)).toBe(true);
    expect(isSignedBy(key, 'ES256', utf8(signed), fromBase64Url(signature)!)).toBe(false);
    expect(isSignedBy(key, 'none', utf8(signed), fromBase64Url(signature)!)).toBe(false);
    expect(isSignedBy(key, 'EdDSA', utf8(`${signed}A`), fromBase64Url(signature)!)).toBe(false);
  });

  it('should be that of RFC 7515, appendix A.3', () => {
    const key = publicKeyFrom({
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    });
    const signed =
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
    const signature = fromBase64Url(
      'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    )!;
    expect(isSignedBy(key, 'ES256', utf8(signed), signature)).toBe(true);
    signature[63]! ^= 1;
    expect(isSignedBy(key, 'ES256', utf8(signed), signature)).toBe(false);
  });

  it('should have the thumbprint of RFC 8037, appendix A.3, by RFC 7638', () => {
    expect(toBase64Url(thumbprint(publicHalf(ed25519)))).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('base64url', () => {
  it('should have the values of RFC 4648, section 10, without padding', () => {
    const values = { f: 'Zg', fo: 'Zm8', foo: 'Zm9v', foob: 'Zm9vYg', fooba: 'Zm9vYmE', foobar: 'Zm9vYmFy' };
    for (const [text, encoded] of Object.entries(values)) {
      expect(toBase64Url(utf8(text))).toBe(encoded);
      expect(fromBase64Url(encoded)).toEqual(utf8(text));
    }
  });

  it('should have one text for one value', () => {
    for (const text of ['Zg==', 'Zh', 'Z', 'Zm9v\n', 'Zm+v', 'Zm/v'])
      expect(fromBase64Url(text), text).toBeUndefined();
  });
});
