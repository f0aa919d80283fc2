import { join } from 'node:path';
import type { EximOptions } from './exim.ts';
import { MailUsers } from './mail-users.ts';
import { loopback } from './ports.ts';

/**
 * Where the test hooks look for answers: lines `address: 451 4.3.0 text`, and the key `data` for the end of the mail.
 */
export function answersFile(home: string): string {
  return join(home, 'answers');
}

/** Other addresses of a mailbox: lines `alias@domain: user@domain`. */
export function aliasesFile(home: string): string {
  return join(home, 'aliases');
}

/** The address without its plus part: what stands in the users file. */
const plain = String.raw`${'$'}{lc:${'$'}{sg{$local_part}{\N\+.*$\N}{}}@$domain}`;

function general(options: EximOptions): string {
  const { home, program, user, ports, domains, certificates, sizeLimit } = options;
  return `
exim_path = ${program}
exim_user = ${user.name}
exim_group = ${user.group}
never_users =
deliver_drop_privilege = true
spool_directory = ${join(home, 'spool')}
log_file_path = ${join(home, 'log')}/%slog
pid_file_path = ${join(home, 'daemon.pid')}
message_logs = false
keep_environment =
primary_hostname = localhost
qualify_domain = ${domains[0]}
domainlist local_domains = ${domains.join(' : ')}
disable_ipv6 = true
local_interfaces = <; [${loopback}]:${ports.smtp} ; [${loopback}]:${ports.submission}
daemon_smtp_ports = ${ports.smtp} : ${ports.submission}
host_lookup =
# Nor for whoever greets by a name or address of this machine, as its default is: the DNS is not asked.
helo_lookup_domains =
# Exim has the keys of DKIM from the DNS alone, and nothing here asks outside this machine: no word is said of them.
dkim_verify_signers =
rfc1413_hosts =
helo_accept_junk_hosts = *
tls_advertise_hosts = *
tls_certificate = ${certificates.certificate}
tls_privatekey = ${certificates.key}
auth_advertise_hosts = \${if eq{$received_port}{${ports.submission}}{*}{}}
dsn_advertise_hosts = *
# Dovecot's LMTP has no SMTPUTF8 (RFC 6531).
smtputf8_advertise_hosts =
acl_smtp_rcpt = at_rcpt
acl_smtp_data = at_data
message_size_limit = ${sizeLimit}
smtp_accept_max = 500
smtp_accept_queue_per_connection = 0
smtp_accept_max_per_connection = 0
delay_warning = 3s
ignore_bounce_errors_after = 1m
`;
}

/**
 * The answers that a test may ask for, then what any submission server does: no login, no mail, and whose login it was
 * on top of the mail.
 */
function accessControl({ home, ports, users, domains }: EximOptions): string {
  const answer = `\${lookup{$local_part@$domain}lsearch{${answersFile(home)}}}`;
  const dataAnswer = `\${lookup{data}lsearch{${answersFile(home)}}}`;
  const spoken =
    String.raw`${'$'}{sg{$local_part}{\N^code-(\d\d\d)(?:-(\d\.\d+\.\d+))?.*$\N}{\$1 \$2 the test ` +
    `asked for this}}`;
  return `
begin acl
at_rcpt:
  defer   condition = \${if match{$local_part}{\\N^code-4\\d\\d\\N}}
          message = ${spoken}
  deny    condition = \${if match{$local_part}{\\N^code-5\\d\\d\\N}}
          message = ${spoken}
  defer   condition = \${if match{${answer}}{\\N^4\\N}}
          message = ${answer}
  deny    condition = \${if match{${answer}}{\\N^5\\N}}
          message = ${answer}
  deny    condition = \${if eq{$received_port}{${ports.submission}}}
          !authenticated = *
          message = 530 5.7.0 Authentication required
  deny    !domains = +local_domains
          message = 550 5.7.1 No mail leaves this machine
  accept  local_parts = bounce : full : policy : defer : sink : postmaster
  accept  condition = \${lookup{$local_part@$domain}lsearch{${aliasesFile(home)}}{yes}{no}}
  deny    !condition = \${lookup{${plain}}lsearch{${users.file}}{yes}{no}}
          message = 550 5.1.1 User unknown
  accept
at_data:
  # RFC 8601 section 5: what claims to be ours is removed, and ours is written on every mail, on top.
  warn    remove_header = Authentication-Results
          add_header = :at_start:Authentication-Results: ${domains[0]}; \\
            \${if def:authenticated_id{auth=pass smtp.auth=\${lc:$authenticated_id}}{none}}
  defer   condition = \${if match{${dataAnswer}}{\\N^4\\N}}
          message = ${dataAnswer}
  deny    condition = \${if match{${dataAnswer}}{\\N^5\\N}}
          message = ${dataAnswer}
  deny    condition = \${if def:h_X-Test-Reject:}
          message = 550 5.7.1 $h_X-Test-Reject:
  discard condition = \${if def:h_X-Test-Discard:}
  accept  condition = \${if match{$h_X-Test-Delay:}{\\N^\\d+$\\N}}
          delay = \${sg{$h_X-Test-Delay:}{\\N\\D\\N}{}}s
  accept
`;
}

/** Mail for the users file by LMTP, mail for the special names to failures of the kinds that real servers make. */
function routing({ home, ports }: EximOptions): string {
  const special = (name: string, data: string, allow: string): string => `
special_${name}:
  driver = redirect
  local_parts = ${name}
  data = ${data}
  ${allow}`;
  return `
begin routers
${special('bounce', ':fail: 550 5.1.1 User unknown in test domain', 'allow_fail')}
${special('full', ':fail: 552 5.2.2 Mailbox full', 'allow_fail')}
${special('policy', ':fail: 550 5.7.1 Rejected by policy', 'allow_fail')}
${special('defer', ':defer: 4.2.1 Mailbox busy, try later', 'allow_defer')}
${special('sink', ':blackhole:', '')}
${special('postmaster', ':blackhole:', '')}
aliases:
  driver = redirect
  domains = +local_domains
  data = \${lookup{$local_part@$domain}lsearch{${aliasesFile(home)}}}
mailboxes:
  driver = manualroute
  domains = +local_domains
  transport = lmtp
  route_list = * ${loopback} byname
  self = send
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  port = ${ports.lmtp}
  allow_localhost
  hosts_avoid_tls = *
  message_linelength_limit = 1G
  return_path_add
  envelope_to_add
begin retry
\\N^defer@\\N * F,6s,1s
* * F,1h,1s
begin rewrite
`;
}

/** exim4-daemon-light has no driver for Dovecot's logins; a lookup in the users file does the same. */
function authenticators({ users }: EximOptions): string {
  // Braces end an expansion; between two \\N they are text.
  const protect = (text: string): string => `\\N${text}\\N`;
  const known = (name: string, password: string): string =>
    `\${lookup{\${lc:${name}}}lsearch{${users.file}}{\${if ` +
    `eq{$value}{${MailUsers.entry(password, protect)}}{yes}{no}}}{no}}`;
  return `
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${known('$auth2', '$auth3')}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${known('$auth1', '$auth2')}
  server_set_id = $auth1
`;
}

/**
 * The configuration of an Exim that stands alone: SMTP and authenticated submission on loopback, delivery of our own
 * domains by LMTP, everything else refused, and the answers that tests ask for.
 */
export function eximConfig(options: EximOptions): string {
  return [general(options), accessControl(options), routing(options), authenticators(options)].join('');
}
