/** The fields that Mailroom itself writes into a header, and knows again. */

/** Names a mail of ours, with a keyed hash. */
export const OWN_HEADER = 'X-Mailroom-Id';

/**
 * The header of a mail that another mail caused: which Mailrooms it went through, oldest first. What a person took
 * their time for begins anew, without it.
 */
export const HOP_HEADER = 'X-Mailroom-Hops';

/** Names a mail of ours to ourselves, with a keyed hash. */
export const PROBE_HEADER = 'X-Mailroom-Probe';

/** By which Exchange and Outlook keep those who read a mail from reacting to it, with the value `disallow`. */
export const REACTIONS_OFF = 'x-ms-reactions';
