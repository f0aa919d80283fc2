import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remedyOf, relayTroubleOf } from '../../../../src/bridge/relay/trouble.ts';
import type { OpeningFailure, RelayRemedy, RelayTrouble } from '../../../../src/bridge/relay/trouble.ts';

const rows: readonly (readonly [Partial<OpeningFailure>, RelayTrouble, RelayRemedy])[] = [
  [{ stage: 'login', code: 535 }, 'login', 'password'],
  [{ stage: 'login', code: 534 }, 'login', 'password'],
  // Exchange Online: basic authentication is over (5.7.30).
  [{ stage: 'login', code: 550 }, 'login', 'password'],
  [{ stage: 'login', code: 454 }, 'login-later', 'server'],
  [{ stage: 'login', code: 421 }, 'login-later', 'server'],
  [{ stage: 'greeting', code: 554 }, 'refuses', 'server'],
  [{ stage: 'greeting', code: 421 }, 'refuses', 'server'],
  [{ stage: 'tls', cause: 'CERT_HAS_EXPIRED' }, 'certificate-expired', 'certificate'],
  [{ stage: 'tls', cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate-unknown', 'certificate'],
  [{ stage: 'tls', cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate-unknown', 'certificate'],
  [{ stage: 'tls', cause: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate-unknown', 'certificate'],
  [{ stage: 'tls', cause: 'ETLS' }, 'tls', 'server'],
  [{ stage: 'connect', cause: 'ECONNREFUSED' }, 'connection-refused', 'server'],
  [{ stage: 'connect', cause: 'ENOTFOUND' }, 'name-unknown', 'server'],
  [{ stage: 'connect', cause: 'EDNS' }, 'name-unknown', 'server'],
  [{ stage: 'connect', cause: 'ETIMEDOUT' }, 'silent', 'server'],
  [{ stage: 'connect', cause: 'ECONNRESET' }, 'unreachable', 'server'],
];

describe('a way out that cannot be used', () => {
  for (const [failure, trouble, remedy] of rows) {
    const of = { stage: 'connect', code: null, cause: '', ...failure } as const;
    it(`is "${trouble}" where ${of.stage} ends with ${String(of.code ?? of.cause)}, and wants the ${remedy}`, () => {
      assert.equal(relayTroubleOf(of), trouble);
      assert.equal(remedyOf(trouble), remedy);
    });
  }
});
