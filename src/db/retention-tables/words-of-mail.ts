/**
 * What each column of the schema holds of a mail, what ends that, and what an erasure does to it: data, which a test
 * compares with the real schema, so that no new column is forgotten; the erasure of an address goes by it.
 */

/**
 * What ends it. raw, texts, events: the rule of that name (`keep` in the config). conversation: the conversation lives
 * on it (who takes part, what it is about, how servers answered): only an erasure takes it. current: it is written anew
 * when something changes. waits: it stays until somebody decides. person: what the team said of an address, until they
 * say otherwise, and the ghost. none: it holds nothing of a mail.
 */
type EndedBy = 'raw' | 'texts' | 'events' | 'conversation' | 'current' | 'waits' | 'person' | 'none';

/**
 * What is done where it names an erased address. replaced: the address alone is taken out. row: the whole row goes.
 * emptied: the bytes go. null: an address never stands there.
 */
type WhereNamed = 'replaced' | 'row' | 'emptied' | null;

export interface HeldWords {
  readonly table: string;
  readonly column: string;
  readonly holds: string;
  readonly endedBy: EndedBy;
  readonly whereNamed: WhereNamed;
}

type Given = readonly [holds: string, endedBy: EndedBy, whereNamed: WhereNamed];

/** Of each table the columns that hold something of a mail; then, in one line, those that hold nothing. */
const TABLES: Readonly<Record<string, readonly [words: Readonly<Record<string, Given>>, nothing: string]>> = {
  account_identities: [{}, 'account id_name imap_host imap_user address name language'],
  account_service: [{}, 'account'],
  account_told: [{}, 'account told pending direction'],
  accounts: [
    {
      state_reason: ['what the mail server said', 'current', 'replaced'],
      relay_reason: ['why nothing goes out', 'current', 'replaced'],
      relay_words: ['what the relay said', 'current', 'replaced'],
    },
    'account state login_fingerprint troubled_mailboxes relay_state relay_fingerprint rooms_refused',
  ],
  asked_messages: [
    { content: ['a message of the team', 'events', 'replaced'] },
    'event account thread author notice state decided_by',
  ],
  // Persons are encrypted there under keys that an erasure destroys (db/record-tables/audit.ts).
  audit_heads: [{}, 'hash key signature'],
  audit_log: [{}, 'body hash'],
  audit_persons: [{}, 'person name_hash key'],
  audit_waiting: [{}, 'body'],
  avatars: [{}, 'avatar mxc'],
  brake_buckets: [{ bucket: ['whose mails are counted', 'current', 'row'] }, 'account'],
  brake_latches: [{ reason: ['why answers wait', 'current', 'replaced'] }, 'thread account'],
  brake_verdicts: [
    { reason: ['why an answer waited', 'conversation', 'replaced'] },
    'outgoing account thread state by_user',
  ],
  breaker: [{}, 'reason reset_by'],
  breaker_minutes: [{}, ''],
  calendar_events: [{ card: ['an invitation', 'texts', 'row'] }, 'account event'],
  compose_drafts: [{ draft: ['a conversation that is being begun', 'waits', 'row'] }, 'room user_id account asked'],
  config_changes: [{}, ''],
  config_generations: [{}, 'asked_by fingerprint facts answer_to'],
  desk_overviews: [{ content: ['the list of an account', 'current', 'replaced'] }, 'account room send'],
  draft_yeses: [{}, 'outgoing event account by_user hash'],
  drafts: [{}, 'outgoing account why notice shown changed_by'],
  entry_rules: [{ pattern: ['an address', 'person', 'row'] }, 'account thread effect by_user'],
  erased: [{}, 'account hash kind erasure'],
  erasures: [{ subject: ['what is being erased', 'current', null] }, 'erasure kind subject_hash step counts by_whom'],
  events: [
    {
      body: ['what was said in a room', 'events', 'emptied'],
      sender: ['a ghost', 'events', 'replaced'],
      reason: ['why it is no mail', 'events', 'replaced'],
    },
    'event room account type state',
  ],
  full_stores: [{}, 'store'],
  ghosts: [
    {
      user_id: ['an address', 'person', 'row'],
      address: ['an address', 'person', 'row'],
      name: ['a name', 'person', 'row'],
    },
    'device',
  ],
  guest_invitations: [{}, 'account by_user person'],
  guest_mails: [{}, 'outgoing account guest thread root event'],
  guest_messages: [{ author: ['a ghost', 'conversation', 'replaced'] }, 'account thread kind event of message guest'],
  guest_people: [{}, 'person account stopped_by delivery'],
  guest_progress: [{}, 'guest account'],
  guest_rooms: [{}, 'thread account opened_by consent delivery'],
  guests: [
    {
      address_key: ['an address', 'person', 'row'],
      address: ['an address', 'person', 'row'],
      name: ['a name', 'person', 'row'],
    },
    'guest account thread person state invited_by welcome',
  ],
  histories: [{ trouble: ['what it waits for', 'current', 'replaced'] }, 'account state import'],
  holds: [
    { subject: ['an address', 'waits', null], reason: ['why it is held', 'waits', null] },
    'kind by_whom released_by',
  ],
  homeserver_refusals: [{ subject: ['a ghost', 'current', 'row'] }, 'account kind code'],
  import_mails: [
    {
      place: ['a path', 'conversation', 'replaced'],
      folder: ['a mail folder', 'conversation', 'replaced'],
      facts: ['people, ids, subject (the subject ends with the texts)', 'texts', 'replaced'],
      list: ['a list', 'conversation', 'replaced'],
      reason: ['why it was set aside', 'conversation', 'replaced'],
    },
    'import account place_hash sha256 dated odd_date state id_hash content_hash words_hash thread event',
  ],
  import_units: [
    { name: ['a subject, a folder or a list', 'conversation', 'replaced'] },
    'thread import account kind state',
  ],
  imports: [
    { sources: ['paths', 'conversation', 'replaced'], passed: ['why files are no mail', 'conversation', 'replaced'] },
    'import account grouping attachments',
  ],
  jobs: [{ error: ['why it failed', 'waits', 'replaced'] }, 'account queue key subject state'],
  key_versions: [{}, 'fingerprint derivation state'],
  left_out_told: [{ address_key: ['an address', 'person', 'row'] }, 'account thread'],
  mail_chunks: [{ bytes: ['a mail', 'raw', 'row'] }, 'account'],
  mailbox_acts: [{}, 'account kind thread state how moved_to'],
  mailbox_changes: [{}, 'account kind'],
  mailbox_standing: [{}, 'account'],
  mailboxes: [{}, 'account mailbox role'],
  mails: [
    {
      message_id: ['a Message-ID', 'conversation', 'replaced'],
      reason: ['what became of it', 'conversation', 'replaced'],
    },
    'account mailbox role email_id sha256 state message released_by let_in_by',
  ],
  matrix_sends: [
    {
      content: ['what is said in a room', 'texts', 'replaced'],
      files: ['names of files', 'texts', 'replaced'],
      sender: ['a ghost', 'conversation', 'replaced'],
      sender_name: ['a name', 'conversation', 'replaced'],
      subject: ['what it is about', 'conversation', 'replaced'],
      error: ['why it was not sent', 'conversation', 'replaced'],
    },
    'send account thread room message outgoing purpose kind type target state event own repaired',
  ],
  media: [{}, 'account sha256 mxc'],
  member_acts: [
    {
      user_id: ['a ghost', 'conversation', 'row'],
      name: ['a name', 'conversation', 'row'],
      said: ['the first mail of a conversation, or why not', 'texts', 'row'],
    },
    'act account thread room kind',
  ],
  members: [
    { user_id: ['a ghost', 'conversation', 'row'], name: ['a name', 'conversation', 'row'] },
    'room account membership guest_of',
  ],
  messages: [
    {
      message_id: ['a Message-ID', 'conversation', 'replaced'],
      facts: ['people, ids; subject and what servers said (with the texts)', 'texts', 'replaced'],
      newcomer: ['an address', 'conversation', 'replaced'],
      list: ['a list', 'conversation', 'replaced'],
    },
    'message account thread direction id_hash content_hash outgoing kind words_hash placed_by erasure',
  ],
  notes: [{}, 'event account thread'],
  notices: [
    {
      recipient: ['an address', 'raw', 'row'],
      bytes: ['a mail of Mailroom itself', 'raw', 'row'],
      message_id: ['a Message-ID', 'raw', 'row'],
      reason: ['what the relay said', 'raw', 'row'],
    },
    'notice account state',
  ],
  old_mail_notices: [{ content: ['a notice', 'current', 'replaced'] }, 'account send'],
  open_uids: [
    {
      sender: ['who wrote a mail that cannot be fetched', 'waits', 'replaced'],
      subject: ['its subject', 'waits', 'replaced'],
      reason: ['why not', 'waits', 'replaced'],
    },
    'account mailbox',
  ],
  outgoing: [
    {
      recipients: ['people', 'conversation', 'replaced'],
      message_id: ['a Message-ID', 'conversation', 'replaced'],
      envelope_from: ['a return path', 'conversation', 'replaced'],
      reason: ['what the relay said', 'conversation', 'replaced'],
      trying_for: ['people', 'current', 'replaced'],
    },
    'outgoing account thread room author state sign',
  ],
  outgoing_attempts: [
    { address: ['an address', 'raw', 'row'], words: ['what the relay said', 'raw', 'row'] },
    'outgoing account outcome enhanced',
  ],
  outgoing_chunks: [{ bytes: ['a mail of ours', 'raw', 'row'] }, 'outgoing account'],
  outgoing_events: [
    { content: ['a message of the team', 'texts', 'replaced'] },
    'event account outgoing reply_to state',
  ],
  outgoing_recipients: [
    {
      address: ['an address', 'conversation', 'row'],
      response: ['what a server said', 'conversation', 'row'],
      reason: ['what a report said', 'conversation', 'row'],
    },
    'outgoing account field state token report action status claimed',
  ],
  paused_addresses: [
    {
      address_key: ['an address', 'person', 'row'],
      address: ['an address', 'person', 'row'],
      words: ['what a server said', 'person', 'row'],
    },
    'account reason status outgoing',
  ],
  own_accounts: [{}, 'account owner settings state added_by'],
  own_logins: [{}, 'link user_id language browser account settings code'],
  people: [{}, 'user_id language time_zone'],
  plus_proofs: [{}, 'account address'],
  poison: [{ body: ['what the homeserver pushed and nobody could read', 'waits', 'row'] }, 'txn reason'],
  process_configs: [{}, 'name refused fingerprint facts changes'],
  processes: [{}, 'accounts'],
  read_receipts: [{}, 'room user_id root account event'],
  refused_tokens: [{}, 'user_id token'],
  refusals_told: [{ address: ['an address', 'current', 'row'] }, 'account'],
  relay_refusals: [{}, 'account kind'],
  removals: [
    { subject: ['a ghost', 'current', null], whom: ['a ghost', 'current', null] },
    'account erasure kind room read_to state reason',
  ],
  returned_mails: [{}, 'outgoing account state decided_by why'],
  rooms: [
    { invited: ['ghosts', 'conversation', 'replaced'] },
    'room account kind thread alias state successor last_event',
  ],
  schema_migrations: [{}, 'name checksum'],
  sealed_secrets: [{}, 'account field nonce sealed'],
  sealing_keys: [{}, 'fingerprint'],
  search_progress: [{}, 'account id_hash message'],
  search_texts: [
    {
      sender: ['a name and an address', 'texts', 'row'],
      subject: ['a subject', 'texts', 'row'],
      body: ['a text', 'texts', 'row'],
      vector: ['the words of a text', 'texts', 'row'],
    },
    'account thread message import language',
  ],
  side_conversations: [{}, 'thread account first_thread forwarded shown of asked_by'],
  started_rooms: [{}, 'room by_user account language state'],
  team_members: [{}, 'account user_id name standing'],
  team_work: [{}, 'account room user_id step state reason'],
  teams: [{}, 'account'],
  thread_ids: [{ message_id: ['a Message-ID', 'conversation', 'row'] }, 'account id_hash thread kind alias_of'],
  thread_people: [{ address: ['an address', 'conversation', 'row'] }, 'account thread standing via decided_by'],
  thread_recipients: [
    {
      address_key: ['an address', 'conversation', 'row'],
      address: ['an address', 'conversation', 'row'],
      name: ['a name', 'conversation', 'row'],
    },
    'account thread field decided_by quoted_in',
  ],
  thread_traits: [{ value: ['a subject, a list, an index', 'conversation', 'row'] }, 'account thread kind value_hash'],
  thread_work: [
    {
      shown: ['what the room shows', 'current', 'replaced'],
      had: ['who was in the room', 'current', 'replaced'],
    },
    'thread account state waiting claimed_by claim_event snoozed_by done_by done_event',
  ],
  thread_writing: [{ subject: ['a subject', 'conversation', 'replaced'] }, 'thread account from_address'],
  threads: [
    {
      subject: ['a subject', 'conversation', 'replaced'],
      opened_by: ['who began it', 'conversation', 'replaced'],
      told: ['people', 'conversation', 'replaced'],
    },
    'thread account entry kind moved_to erasure',
  ],
  transactions: [{}, 'txn'],
};

/** Every column that can hold text or bytes. */
export const WORDS_OF_MAIL: readonly HeldWords[] = Object.entries(TABLES).flatMap(([table, [words, nothing]]) => [
  ...Object.entries(words).map(([column, [holds, endedBy, whereNamed]]) => ({
    ...{ table, column, holds, endedBy, whereNamed },
  })),
  ...nothing
    .split(' ')
    .filter((column) => column !== '')
    .map((column) => ({ table, column, holds: 'nothing', endedBy: 'none' as const, whereNamed: null })),
]);
