/** Who lives in a test world: the accounts of the bridge, its team on the homeserver, and people outside. */
export interface People {
  readonly accounts: readonly AccountPlan[];
  readonly team: readonly TeamPlan[];
  readonly outsiders: readonly OutsiderPlan[];
}

export interface AccountPlan {
  /** Key of the account in Mailroom's config. */
  readonly id: string;
  readonly address: string;
  readonly name: string;
  /** Further addresses that are delivered into the same mailbox. */
  readonly addresses?: readonly string[];
}

export interface TeamPlan {
  /** Localpart on the homeserver. */
  readonly localpart: string;
  readonly name: string;
  readonly address: string;
}

export interface OutsiderPlan {
  readonly name: string;
  readonly address: string;
}

/** Reserved names (RFC 2606): no mail and no request can reach anybody real. */
export const matrixDomain = 'matrix.test';
export const ownDomain = 'mailroom.test';
export const outsideDomain = 'outside.test';

/** The world of the demo. */
export const demoPeople: People = {
  accounts: [
    { id: 'support', address: `support@${ownDomain}`, name: 'Support', addresses: [`help@${ownDomain}`] },
    { id: 'info', address: `info@${ownDomain}`, name: 'Info' },
  ],
  team: [
    { localpart: 'alice', name: 'Alice', address: `alice@${ownDomain}` },
    { localpart: 'bob', name: 'Bob', address: `bob@${ownDomain}` },
    { localpart: 'carol', name: 'Carol', address: `carol@${ownDomain}` },
  ],
  outsiders: [
    { name: 'Dora Diaz', address: `dora@${outsideDomain}` },
    { name: 'Erik Ek', address: `erik@${outsideDomain}` },
    { name: 'Fatima Faris', address: `fatima@${outsideDomain}` },
  ],
};
