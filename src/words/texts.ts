/** The texts of each language in Fluent. Made from the .ftl files beside it by `npm run generate`; change those. */

export const TEXTS = {
  en: `
mail-image = [image: { $alt }]
mail-image-without-alt = [image]
mail-rest = Rest of the mail
mail-plain-rendering = Plain text of the mail
mail-html-rendering = Formatted text of the mail
mail-spoiler = [hidden: { $text }]
mail-cut-here = [Cut here: { $shownKb } of { $totalKb } KB are shown. The whole message is attached.]
mail-signed-pgp = This message is signed with OpenPGP; the signature was not checked.
mail-signed-smime = This message is signed with S/MIME; the signature was not checked.
mail-encrypted-pgp = This message is encrypted with OpenPGP. It is attached as it came; a mail program with the key can read it.
mail-encrypted-smime = This message is encrypted with S/MIME. It is attached as it came; a mail program with the key can read it.
mail-opaque-smime = This message is signed with S/MIME in a form that holds the text inside the signature; it is attached as it came.
mail-password-protected = { $name } is protected: a password may be needed to open it.
mail-further-files = Further files
mail-files-bundled = Of the { $all } files of this mail { $count } are in this archive.
nested-mail = Attached mail
nested-from = From
nested-date = Date
nested-subject = Subject
nested-more-in-file = … the rest is in { $name }
unread-file = The file “{ $name }” could not be read out of its mail. The whole mail is here instead, as a file.
unread-file-missing = The file “{ $name }” could not be read out of its mail, so it is missing here. Look for it in the mailbox, with a mail program.
unread-mail = A mail from { $sender } (“{ $subject }”) arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-subject = A mail from { $sender } arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-sender = A mail (“{ $subject }”) arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-sender-and-subject = A mail arrived that could not be read: { $reason }. Its original is attached.
unread-oversize-mail = A mail of { $size } from { $sender } (“{ $subject }”) arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-subject = A mail of { $size } from { $sender } arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-sender = A mail of { $size } (“{ $subject }”) arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-sender-and-subject = A mail of { $size } arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-reason-too-large = it is too large
unread-reason-empty = it is empty
unread-reason-time = reading it took too long
unread-reason-memory = reading it took too much memory
unread-reason-crash = the program that reads mail failed on it
unread-reason-oversize = it is too large
unread-reason-failed = something went wrong here
calendar-title-invitation = Invitation
calendar-title-changed = Invitation changed
calendar-title-cancelled = Cancelled
calendar-title-reply = Answer to an invitation
calendar-title-counter = Another time is proposed
calendar-title-published = Appointment
calendar-title-task = Task
calendar-label = { $name }:
calendar-when = When
calendar-where = Where
calendar-join = Join
calendar-organizer = Organiser
calendar-attendees = Attendees
calendar-repeats = Repeats
calendar-comment = Comment
calendar-untitled = (no title)
calendar-all-day = all day
calendar-before = before: { $value }
calendar-occurrence = only the one of { $date }
calendar-added = new: { $names }
calendar-removed = no longer: { $names }
calendar-accepted = accepted
calendar-declined = declined
calendar-tentative = tentative
calendar-delegated = delegated
calendar-no-answer = no answer yet
calendar-optional = optional
calendar-and-more = and { $count } more
calendar-date = { $weekday }, { $day } { $month } { $year }
calendar-weekday-sunday = Sunday
calendar-weekday-monday = Monday
calendar-weekday-tuesday = Tuesday
calendar-weekday-wednesday = Wednesday
calendar-weekday-thursday = Thursday
calendar-weekday-friday = Friday
calendar-weekday-saturday = Saturday
calendar-weekday-short-sunday = Sun
calendar-weekday-short-monday = Mon
calendar-weekday-short-tuesday = Tue
calendar-weekday-short-wednesday = Wed
calendar-weekday-short-thursday = Thu
calendar-weekday-short-friday = Fri
calendar-weekday-short-saturday = Sat
calendar-month-january = January
calendar-month-february = February
calendar-month-march = March
calendar-month-april = April
calendar-month-may = May
calendar-month-june = June
calendar-month-july = July
calendar-month-august = August
calendar-month-september = September
calendar-month-october = October
calendar-month-november = November
calendar-month-december = December
calendar-local-time = local time
calendar-every-second =
    { $interval ->
        [one] every second
       *[other] every { $interval } seconds
    }
calendar-every-minute =
    { $interval ->
        [one] every minute
       *[other] every { $interval } minutes
    }
calendar-every-hour =
    { $interval ->
        [one] every hour
       *[other] every { $interval } hours
    }
calendar-every-day =
    { $interval ->
        [one] every day
       *[other] every { $interval } days
    }
calendar-every-week =
    { $interval ->
        [one] every week
       *[other] every { $interval } weeks
    }
calendar-every-month =
    { $interval ->
        [one] every month
       *[other] every { $interval } months
    }
calendar-every-year =
    { $interval ->
        [one] every year
       *[other] every { $interval } years
    }
calendar-on-weekdays = on { $days }
calendar-weekday-nth =
    { $nth ->
        [1] the first { $weekday }
        [2] the second { $weekday }
        [3] the third { $weekday }
        [4] the fourth { $weekday }
        [5] the fifth { $weekday }
       *[other] the { $nth }th { $weekday }
    }
calendar-weekday-nth-last =
    { $nth ->
        [one] the last { $weekday }
       *[other] the { $nth }th last { $weekday }
    }
calendar-and = { $items } and { $last }
calendar-on-month-days = on { $days }
calendar-month-day = day { $day }
calendar-month-day-last =
    { $nth ->
        [one] the last day
       *[other] the { $nth }th last day
    }
calendar-in-months = in { $months }
calendar-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
calendar-until = until { $date }
calendar-own-time = that is { $time }
calendar-except = except on { $dates }
calendar-contact = Contact
calendar-contacts = { $count } contacts
calendar-outdated = A newer version of this invitation has already arrived.
report-action-failed = Not delivered to { $who }.
report-action-failed-without-who = A mail was not delivered.
report-action-delayed = Not delivered to { $who } yet.
report-action-delayed-without-who = A mail is not delivered yet.
report-action-delivered = Delivered to { $who }.
report-action-delivered-without-who = A mail was delivered.
report-action-relayed = The mail to { $who } was handed on to a server that does not tell whether it delivers it.
report-action-relayed-without-who = A mail was handed on to a server that does not tell whether it delivers it.
report-action-expanded = The mail to { $who } was delivered and passed on to several people.
report-action-expanded-without-who = A mail was delivered and passed on to several people.
report-reason-unknown-user = There is no such address.
report-reason-unknown-host = There is no such domain (the part behind the @).
report-reason-moved = The recipient has another address now.
report-reason-no-mail-host = That domain takes no mail.
report-reason-mailbox-full = Their mailbox is full.
report-reason-disabled = Their mailbox is switched off.
report-reason-too-large = The mail is too large for their server.
report-reason-spam = Their server took the mail for spam.
report-reason-authentication = Their server does not believe that the mail comes from us. Whoever runs our mail can check SPF, DKIM and DMARC.
report-reason-policy = The rules of their server do not allow it.
report-reason-loop = The mail went in circles.
report-reason-network = Their server could not be reached.
report-reason-expired = It could not be delivered in time.
report-reason-rate = Their server takes only so much mail at a time.
report-reason-refused = Their server refused it.
report-reason-other = { "" }
report-server-says = The server says: { $words }
report-about = The mail was “{ $subject }”.
report-goes-on-trying = The server goes on trying by itself.
report-disposition-displayed = { $who } opened “{ $subject }”.
report-disposition-displayed-without-subject = { $who } opened the mail.
report-disposition-deleted = { $who } deleted “{ $subject }”, perhaps without reading it.
report-disposition-deleted-without-subject = { $who } deleted the mail, perhaps without reading it.
report-disposition-denied = The mail program of { $who } does not tell whether “{ $subject }” was opened.
report-disposition-denied-without-subject = The mail program of { $who } does not tell whether the mail was opened.
report-disposition-failed = The mail program of { $who } could not handle “{ $subject }”.
report-disposition-failed-without-subject = The mail program of { $who } could not handle the mail.
report-disposition-processed = “{ $subject }” to { $who } was handled by a program.
report-disposition-processed-without-subject = The mail to { $who } was handled by a program.
report-disposition-dispatched = “{ $subject }” to { $who } was passed on.
report-disposition-dispatched-without-subject = The mail to { $who } was passed on.
report-automatic = Their mail program did this by itself.
report-feedback-abuse = { $who } marked a mail from here as spam.
report-feedback-fraud = { $who } marked a mail from here as fraud.
report-feedback-virus = A virus was found in a mail from here to { $who }.
report-feedback-not-spam = { $who } told their provider that a mail from here is not spam.
report-feedback-auth-failure = A mail to { $who } that names this domain as its sender failed the check of the sender there.
report-feedback-other = { $who } complained about a mail from here.
report-as-it-came = The report as it came
room-nobody-to-mail = Not mailed: there is nobody outside to send it to. Add somebody with !mail to name@example.org, then write it again.
room-only-banned-to-mail = Not mailed: everybody who would get it is banned from this room ({ $people }). To write to them all the same, lift the ban or write !mail to +{ $address } and say it again.
room-taken-back = Taken back: not mailed.
room-edited-to-command = Taken back: not mailed. The command was not run either, because an edit runs none. To run it, write it as a new message.
room-try-again-hint = Write "!mail retry" to try again.
room-no-text = (a mail without text)
room-no-sender = A mail without a sender:
room-new-subject = Subject: { $subject }
room-from-mail-program = { $name } (from a mail program):
room-shortened = … cut here; the whole mail is in "{ $name }".
room-original = original
room-whole-mail = whole mail
room-file-too-large = The file “{ $name }” ({ $size }) is too large for the Matrix server, so it is missing here. You find it in the mail, in the mailbox.
room-file-left-out = The file “{ $name }” ({ $size }) was left out when this mail was brought in.
room-import-space = Archive: { $name }
room-said-for-banned = { $name } is banned from this room, so I show what they wrote:
room-said-for-kept-out = { $name } may not write in this room, so I show what they wrote:
room-said-for-refused = The homeserver did not take this part of a mail from { $name }, so I show it:
room-said-for-mail-program = { $name } (from a mail program):
puppet-edit-stays = This came from a mail program and has left as it was. The edit is seen in this room alone and is not mailed; what is to reach the others, write as a new message.
puppet-refused = The homeserver no longer takes the token I have of you, so I no longer speak as you with it: what you write in a mail program I say for you, with your name. Whoever runs Mailroom can put a new one into the config (puppets.tokens).
room-without-words-mail = ⚠ Part of this mail, or all of it, is missing here: the rules of the homeserver refuse its words. Nothing is lost: the mail is in the mailbox, and “!mail source” as an answer to this hands it out.
room-without-words-notice = ⚠ The rules of the homeserver refuse what I wanted to say here.
room-without-words-line = ⚠ A conversation whose first words the rules of the homeserver refuse:
room-login-refused = ⚠ The mail server refuses this mailbox’s login ({ $protocol }), so no new mail arrives here. Nothing is lost: it waits in the mailbox. An administrator has to correct the password (or oauth2) in the config. Mailroom tries again by itself, less and less often, for about a day; “!mail accounts retry” makes it try now.
room-login-ends = ⚠ The provider lets Mailroom into this mailbox until { $time }. Before that somebody has to log in again: whoever runs Mailroom with “mailroom login { $account }”.
room-no-secret = ⚠ The password of this mailbox is missing, or does not open here, so no new mail arrives. Nothing is lost: it waits in the mailbox. “mailroom secret sealed” on the machine says what is wrong; “mailroom ctl account change { $account } --password-file FILE” gives the password anew.
room-not-invited-blocked = ⚠ { $user } does not take invitations, so I cannot invite them into rooms. Everybody else is invited as before. Who is in the space can join its rooms by themselves; to be invited again, they have to allow invitations from { $bot }.
room-not-invited-refused = ⚠ The homeserver does not let me invite { $user } ({ $code }). Everybody else is invited as before. Whoever runs the homeserver can say why.
room-not-readable-subject = Mail that could not be read
room-moved-on = This room was replaced by another one. Please go on there.
room-moved-on-not-mailed = Not mailed: this room was replaced by another one. Please write it there.
room-followed = The conversation goes on here: what is written in this room goes out as e-mail.
inbox-name = { $account } – Inbox
inbox-lobby-name = { $account } – Moderators
inbox-no-subject = (no subject)
inbox-only-files =
    { $count ->
        [one] one file
       *[other] { $count } files
    }
inbox-begun-by = { $name } (ours)
inbox-again = { $name } (again)
thread-reason-report = it is a report about a mail of ours in this conversation
thread-reason-moved = it answers a mail that somebody moved here
thread-reason-own-id = it answers a mail that was sent from this conversation
thread-reason-beside = it answers from the conversation beside this one, and its sender takes part only here
thread-reason-same-id = it bears the same number (Message-ID) as a mail of this conversation, with other words
thread-reason-token = it was sent to the address that our mails of this conversation name for answers
thread-reason-in-reply-to = it answers a mail of this conversation, and its sender takes part
thread-reason-references = it refers to a mail of this conversation, and its sender takes part
thread-reason-alias = it answers a mail of ours, under the number that the mail server gave that mail
thread-reason-referenced-by = a mail of this conversation that came before answers this one
thread-reason-sibling = it answers the same mail as another one here; that mail itself we do not have
thread-reason-thread-index = Outlook marks it as part of the same conversation as a mail in this room, and its sender takes part
thread-reason-list-room = it came by the list that this room is for
thread-reason-digest = it went to many and needs no answer: such mail shares one room
thread-reason-no-references = it answers nothing, so that it began this conversation
thread-reason-unknown-references = it answers only mails that this account does not have, so that it began this conversation
thread-reason-changed-subject = it answers another conversation, but with a new subject and without quoting it, so it began one of its own
thread-reason-not-a-participant = it names a mail of another conversation in which its sender takes no part, so it began one of its own
thread-reason-own = it was written in this room
thread-reason-answer = it was written in this room, as an answer
thread-why-other = it could not be read as a whole ({ $reason }), so only its header decided
thread-why-placed = { $user } moved it here
thread-why-belongs-same-organisation = it names a mail of this conversation; its sender took no part yet, but is of the same organisation as somebody who does
thread-why-belongs-names-participants = it names a mail of this conversation; its sender took no part yet, but writes to somebody who does
thread-why-belongs-other = it names a mail of this conversation; its sender took no part yet, but is verified or had written here before
thread-changed-subject-here = This answers another conversation, but with a new subject, so it has a room of its own. The other one:
thread-changed-subject-there = An answer to this conversation has a new subject, so it began a conversation of its own:
thread-stranger-here = This refers to another conversation, in which its sender takes no part, so it has a room of its own. The other one:
thread-stranger-there = Somebody who takes no part in this conversation refers to it in a mail. That mail is not shown here; it has a room of its own:
thread-no-subject = (no subject)
thread-verified-now = The same mail came again, and this time its sender is verified.
thread-came-directly = The same mail came again, directly from { $address }, and that sender is verified.
thread-reply-to = Write this as a reply to the message that it is about.
thread-no-mail = That message is no mail of this conversation.
thread-which-room = Write behind the command which room: a link to it, its address or its id.
thread-no-room = That is not the room of a conversation of this account.
thread-same-room = That is this room already: nothing was moved.
thread-nothing-here = There is no mail in this conversation.
thread-too-many = Nothing was moved: that would be { $count } mails, and at most { $most } can be moved at once.
thread-first-stays = This conversation begins with that message: there is nothing to split.
thread-moved-to =
    { $count ->
        [one] One mail is now in:
       *[other] { $count } mails are now in:
    }
thread-moved-away = Moved to:
thread-moved-here =
    { $count ->
        [one] { $user } moved one mail here. The original:
       *[other] { $user } moved { $count } mails here. The originals:
    }
thread-original = message { $place }
thread-goes-on-there = Not mailed: this conversation goes on in another room. Please write it there:
thread-answer-there = Not mailed: the message that it answers was moved to another room. Please answer it there:
sender-not-verified = not verified
sender-group-only = only a group says so
sender-failed = failed the check
sender-not-their-name = suspicious name
sender-claims = ⚠ A mail that claims to be from { $claim }, but failed the check of the sender:
sender-suspected = ⚠ A suspicious mail waits for somebody to decide; until then its conversation does not show it. It claims to be from { $claim }.
sender-suspected-reason-internal-claimed = That is one of your own addresses, and nothing proves that the mail comes from there.
sender-suspected-reason-dmarc-policy = It failed the check of the sender, and the owner of that domain asks everybody not to accept such mail.
sender-suspected-subject = Subject: { $subject }
sender-suspected-how = React with ✅ to show it in its conversation (with a mark), or with ❌ to leave it out; or reply with !mail accept or !mail refuse.
sender-accepted = Accepted: it is shown in its conversation, marked.
sender-refused = Refused: it is not shown. It stays in the mailbox.
sender-suspected-reply-to = Write this as a reply to the message about the suspicious mail.
sender-not-suspected = No suspicious mail waits behind that message (any more).
sender-why-reply-to = Write this as a reply to the message that you ask about.
sender-why-unknown = No mail belongs to that message.
sender-why-thread = In this conversation because: { $reason }
sender-why-sender = Sender: { $verdict }. What decided: { $reason }.
sender-verdict-pass = verified
sender-verdict-fail = failed the check
sender-verdict-unchecked = not verified
sender-reason-submission = they logged in at our own mail server to send it
sender-reason-auth = our mail server says that they had logged in
sender-reason-dmarc = the rules of the sender’s domain (DMARC)
sender-reason-dkim = the signature of the domain (DKIM)
sender-reason-spf = the server that it came from (SPF)
sender-reason-arc = the word of a trusted server that passed it on (ARC)
sender-reason-no-from = the mail names no sender
sender-reason-several-from = the mail names several senders
sender-reason-group = only the group that it came through says who wrote it
sender-reason-other-login = somebody else had logged in to send it
sender-reason-nothing-proven = nothing proves who sent it
sender-reason-no-results = nobody has checked it
sender-reason-not-readable = the mail could not be read
sender-why-ours = Sender: one of ours, no check is needed.
sender-why-marked = Marked, because: { $marks }.
sender-mark-failed = it failed the check
sender-mark-other-login = somebody else had logged in to send it
sender-mark-no-from = it names no sender
sender-mark-several-from = it names several senders
sender-mark-group = its sender is a group, not a person
sender-mark-unchecked = its sender is not verified
sender-mark-group-only = only a group says who wrote it
sender-mark-newcomer = its sender is new in this conversation
sender-mark-imitates = its name is that of one of your people or accounts
sender-mark-address-in-name = its name is another address
sender-mark-turned-name = its name has characters that turn the direction of writing
sender-mark-mixed-scripts = its name mixes letters of several alphabets
sender-why-by = · { $said } (says { $by })
admission-mark = new here
admission-joined = ⚠ { $person } is new here: they answered a mail that went to somebody else.
admission-joined-how = React with ✅ to let them take part, or with ❌ to show no more of their mail in this room; or reply with !mail allow or !mail block. Until then no answer goes to them unless you reply to their message.
admission-colleague-joined = { $person } wrote here for the first time. They are verified, and of the same organisation ({ $domain }) as somebody who takes part.
admission-colleague-joined-how = No answer goes to them until you, or somebody who takes part, write to them, or you react with ✅. A reply to their message goes to them; ❌ shows no more of their mail in this room.
admission-welcomed = { $address } takes part from now on.
admission-refused = Mail of { $address } is not shown in this room any more.
admission-whom = Say whom: !mail block bob@example.org, or a domain, or reply to a message of theirs.
admission-no-pattern = “{ $text }” is neither an address nor a domain (* stands for anything).
admission-blocked = Blocked in the whole account: { $pattern }. Such mail is not shown; it stays in the mailbox.
admission-blocked-here = Blocked in this room: { $pattern }. Such mail is not shown; it stays in the mailbox.
admission-allowed = Allowed in the whole account: { $pattern }. Such people take part without being asked about, where they are verified.
admission-allowed-here = Allowed in this room: { $pattern }. Such people take part without being asked about, where they are verified.
admission-dropped = There is no rule about { $pattern } any more.
admission-not-there = There is no rule about { $pattern } here.
admission-no-rules = There are no rules about who may take part.
admission-rules = Rules about who may take part:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in this room
admission-of-config = from the config
admission-more = … and { $count } more
admission-not-shown = Mails that were not shown in the last { $days } days: { $count }
admission-not-shown-why-blocked = blocked by { $detail }
admission-not-shown-why-refused = from people who were refused in a room
admission-not-shown-why-newcomer = from somebody new in a conversation
admission-not-shown-why-lists-ignored = from mailing lists
admission-not-shown-why-bulk-ignored = newsletters and other mail to many
admission-open = This room is open: whoever answers one of its mails and is verified takes part.
admission-asked = This room is not open: whether mail of somebody new is shown or refused is set for the whole account.
admission-only-in-thread = That can be used only in the room of a conversation.
admission-refusal-subject = Not delivered: { $subject }
admission-refusal-subject-without-subject = Your message was not delivered
admission-refusal-undelivered = Your message to { $account } was not delivered to the people behind this address: you do not take part in that conversation, or they do not take mail from you.
admission-refusal-other-way = If you think that they should read it, write to them in another way.
admission-refusal-program = This notice was written by a program. Please do not answer it.
admission-automatic = Automatic mail from { $person }:
admission-digest = Newsletters
admission-reply-to-answer = Not mailed: mail of many senders comes into this room, so it is not clear who should get it. Write it as a reply to the message that you want to answer.
overflow-room = Mail that waits
overflow-mail = A mail from { $from } waits here and is not shown yet: too much new mail came from outside within an hour.
overflow-how = React with ✅ to let it in, or with ❌ to leave it out (it stays in the mailbox). !mail overflow let-in lets all in.
overflow-how-all = !mail overflow let-in lets all of them in, !mail overflow discard leaves all of them out. Written as a reply to one of them, it is about that one.
overflow-waiting = { $count ->
    [one] One mail waits
   *[other] { $count } mails wait
  } to be let in.
overflow-none = No mail waits to be let in.
overflow-not-there = No mail waits behind that message (any more).
overflow-let-in = { $count ->
    [one] It is let in.
   *[other] { $count } mails are let in.
  }
overflow-discarded = { $count ->
    [one] It is not shown; it stays in the mailbox.
   *[other] { $count } mails are not shown; they stay in the mailbox.
  }
old-mail-waits = { $count ->
    [one] One mail in the mailbox is older than this account and waits.
   *[other] { $count } mails in the mailbox are older than this account and wait. Somebody has probably copied or moved them there.
  }
old-mail-between = The mailbox got them between { $from } and { $to }.
old-mail-of = The mailbox got them on { $day }.
old-mail-how = React with ✅ to show them quietly: each conversation gets its room, and nobody is invited or notified. ❌ leaves them in the mailbox, unshown.
old-mail-how-else = !mail old as-new treats them like mail that has just come, with invitations and lines in the inbox.
old-mail-answers = Until somebody decides they wait. Whoever answers one of them brings its conversation along.
old-mail-over = No old mail waits here any more.
old-mail-none = No old mail waits.
old-mail-quietly = { $count ->
    [one] The mail is shown quietly.
   *[other] { $count } mails are shown quietly, the oldest first. Their rooms stand in the space.
  }
old-mail-as-new = { $count ->
    [one] The mail comes in as new.
   *[other] { $count } mails come in as new.
  }
old-mail-left = { $count ->
    [one] The mail is not shown; it stays in the mailbox.
   *[other] { $count } mails are not shown; they stay in the mailbox.
  }
old-mail-left-before = { $count ->
    [one] One old mail was left in the mailbox before.
   *[other] { $count } old mails were left in the mailbox before.
  }
old-mail-decided = { $count ->
    [one] One mail was decided.
   *[other] { $count } mails were decided.
  }
recipients-why-sender-only = to { $address } alone, as you asked
recipients-why-chosen = as it was set in this room; !mail to, !mail cc and !mail bcc change it
recipients-bcc = Bcc (nobody else sees it)
recipients-first-time = The first mail here to { $people }. It goes out in { $seconds } seconds; until then ❌ on your message stops it.
recipients-kept-inside = Not mailed: what is written in the thread of a note stays in this room. To mail it, write it outside of that thread.
recipients-notice-answered = Not mailed: a reply to a message of mine stays in this room. To mail it, write it as a message of its own or as a reply to a mail.
recipients-like-command = Not mailed, because it begins like a command of mine.
recipients-mail-it-all = To mail it as it stands, write !reply before it.
recipients-none = nobody
recipients-not-verified = Careful: it is not verified who sent the mail that you answer.
recipients-left-out = Left out, since mail there came back: { $people }. !mail unpause ADDRESS sends there again.
recipients-nobody-left = Nobody would get an answer at present.
recipients-will-quote = The next mail quotes the conversation so far, so that { $people } can follow it.
recipients-ghost-added = { $person } gets a copy (Cc) of each mail from your next message on; the first quotes the conversation so far. To end that, remove them from the room.
recipients-ghost-added-known = { $person } gets a copy (Cc) of each mail from your next message on. To end that, remove them from the room.
recipients-ghost-dropped = { $address } gets no more mails of this conversation until they write again. To add them again before that, invite them or write !mail cc +{ $address }
recipients-ghost-banned = { $address } is banned from this room. They get no more mails of this conversation, not even when they write again; nothing that they write is lost: I show it here in their place.
recipients-ghost-banned-how = To send to them again, lift the ban or write !mail to +{ $address }. To see no more mail of theirs, write !mail block { $address }
recipients-ghost-unbanned = { $address } is no longer banned from this room, and gets the mails of this conversation again.
recipients-ghost-not-added = { $address } was not added: that is an address of this account, or nobody’s address.
recipients-unreadable = "{ $what }" is not a mail address. It is used like this: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } was left out: it is an address of this account.
recipients-from = Mails of this conversation go out from { $address }.
recipients-not-own = { $address } is not an address of this account. It has: { $own }
recipients-subject = The subject is: { $subject }
recipients-subject-set = From the next mail on the subject is: { $subject }. Some mail programs show that as another conversation.
recipients-sender-only = From the next message on, only the sender of the mail that you answer gets your answer. !mail reply-to-sender off ends that.
recipients-to-all-again = From the next message on answers go to all again.
recipients-quoted-thread = The conversation so far:
compose-ask-account = From which account shall it be sent? Write one of: { $accounts }.
compose-ask-to = To whom? Write one or more mail addresses.
compose-ask-subject = What is the subject? Write - for none.
compose-cancel-hint = { $command } ends this.
compose-not-understood = I did not understand that.
compose-cancelled = All right: no conversation was begun.
compose-nothing-to-cancel = There is nothing to cancel here.
compose-begun = A conversation with { $people } begins in its own room:
compose-room = room
compose-welcome = A new conversation: what you write here goes as e-mail from { $from } to { $people }.
compose-subject = Subject: { $subject }
compose-subject-from-words = The first words of your first message are the subject, unless you set one before: !mail subject …
compose-first-is-mail = Your first message is the first mail. !mail to, !mail cc and !mail bcc change who gets it.
compose-wrote = { $name } wrote:
compose-ask-account-here = Nothing is mailed yet: from which account shall it be sent? Write one of: { $accounts }
compose-may-not = You may not begin conversations by mail here. Ask somebody of the team of a mail account, or the administrators of this server.
compose-encrypted = Nothing was mailed: this room is encrypted, and I cannot read it. Please make a room without encryption.
forward-to-whom = To whom? Write an address behind it: !mail forward bob@example.org Can you tell what this is?
forward-own-address = { $address } is an address of this account: nothing was forwarded.
forward-takes-part = { $address } takes part in this conversation: write here what they are to read. Nothing was forwarded.
forward-unreadable = That mail cannot be read here, so that it cannot be forwarded.
forward-begun = { $name } forwards this mail to { $people }. What they answer comes into a room of its own, and nobody of this conversation gets it. ❌ on this message stops the mail until it has left:
forward-aside = Asked aside from another conversation, whose people get nothing from here:
forward-wrote = { $name } forwards a mail:
forward-not-verified = Careful: it is not verified who sent the mail that is forwarded here.
forward-shown-shortened = [Shortened here; the whole mail goes out.]
forward-files = Files: { $names }
forward-stopped = Taken back: the mail is not forwarded.
forward-too-late = Too late: the mail was forwarded already.
forward-apart-first = { $people } stand in this mail too. They belong to the conversation that this one was asked aside from; they are left out here, and get no answer from here:
forward-apart-asked = { $people } stand in this mail too. They were only asked aside, and get no answer from here unless !mail cc names them:
forward-not-here = { $people } cannot be added: they belong to the conversation that this one was asked aside from, and are not to see what is written here. Write to them there.
forward-stays-apart = One of these conversations was begun aside from the other: they stay apart, so that nobody of the one gets to read the other. Nothing was moved.
forward-answered = { $name } answered aside. To write back, go to the room of that conversation:
outgoing-some-message = (a message in the chat)
outgoing-some-room = (a chat room)
outgoing-spoiler-label = [hidden: { $reason }]
outgoing-spoiler-label-without-reason = [hidden, select to read]
outgoing-wrote = { $name } wrote:
outgoing-wrote-at = On { $year }-{ $month }-{ $day } at { $time }, { $name } wrote:
outgoing-attached = Attached: { $name } ({ $size })
outgoing-attached-without-size = Attached: { $name }
outgoing-voice-message-file = Voice message
outgoing-voice-message = Voice message ({ $duration }), attached
outgoing-voice-message-without-duration = Voice message, attached
outgoing-audio = Audio: { $name } ({ $duration }), attached
outgoing-audio-without-duration = Audio: { $name }, attached
outgoing-video = Video: { $name } ({ $duration }), attached
outgoing-video-without-duration = Video: { $name }, attached
outgoing-sticker = [sticker: { $name }]
outgoing-location = Location: { $description }
outgoing-location-without-description = Location:
outgoing-poll = Poll: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Reply with the number of your choice.
       *[other] Reply with the numbers of your choices, at most { $choices }.
    }
outgoing-forwarded-by = Message forwarded by { $name }
outgoing-forwarded-from = From: { $people }
outgoing-forwarded-date = Date: { $year }-{ $month }-{ $day } { $time }
outgoing-forwarded-subject = Subject: { $subject }
outgoing-forwarded-to = To: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = It is not verified who sent this message.
outgoing-forwarded-encrypted = This message is encrypted. It is attached as it came; a mail program with the key can read it.
outgoing-forwarded-too-long = This message is too long to stand here in full; it is attached as it came.
guests-mail-left =
  { $count ->
    [one] { $count } more message is not in this mail. You find it in the room:
   *[other] { $count } more messages are not in this mail. You find them in the room:
  }
guests-mail-in-room = In the room
guests-mail-thread = In the thread “{ $words }”
guests-mail-file-there = in the room
guests-mail-why = You take part in “{ $room }” by mail: what you answer is said there.
guests-mail-choices = How often do you want mail? Answer with one of these alone in the first line: { $now }, { $hourly }, { $daily } or { $pause }. To get nothing more, answer with STOP.
guests-word-now = now
guests-word-hourly = hourly
guests-word-daily = daily
guests-word-pause = pause
guests-chosen-subject = How often you get mail
guests-chosen-now = From now on you get what is said after a pause of the conversation, and at once what mentions you.
guests-chosen-hourly = From now on you get at most one mail an hour, and at once what mentions you.
guests-chosen-daily = From now on you get one mail a day, and at once what mentions you.
guests-chosen-pause = You get nothing for now, from any room. When you want mail again, answer with: { $now }
delivery-mail-of = Mail of { $time }, by { $author }:
delivery-standing-waiting = waits to be sent
delivery-standing-held = can still be changed
delivery-standing-deferred = the mail server does not take it yet; it is tried again by itself
delivery-standing-accepted = handed to the mail server
delivery-standing-refused = refused
delivery-standing-paused = not sent, the address is paused
delivery-standing-delayed = delayed, their server goes on trying
delivery-standing-bounced = not delivered
delivery-standing-delivered = delivered
delivery-standing-relayed = handed on to a server that does not tell whether it delivers it
delivery-standing-expanded = delivered and passed on to several people
delivery-standing-read = opened
delivery-standing-unknown = perhaps sent, perhaps not: the connection broke at the end
delivery-claimed = a report that anybody could have written says: { $standing }
delivery-status-reply-unknown = No mail of ours belongs to that message.
delivery-not-handed = Not yet sent to { $address }: our own mail server cannot take it at the moment. It is tried again. ({ $words })
delivery-passed = A later message of this conversation leaves now, before this one: the mail server has not taken this one yet. It is tried again.
delivery-unseen = This is not mailed yet: the Matrix server does not let me read this room at the moment, so I cannot see whether you have changed or deleted it. I go on trying, and it is mailed as soon as I have looked.
delivery-unproven = Nothing proves that this report comes from a mail server: anybody who has the mail could have written it. So it has changed nothing.
delivery-paused-now = Nothing more is sent to { $address } until somebody writes !mail unpause { $address }
delivery-paused-since = Nothing has been sent to { $address } since { $date }: { $why } !mail unpause { $address } tries again.
delivery-paused-since-without-why = Nothing has been sent to { $address } since { $date }. !mail unpause { $address } tries again.
delivery-left-out = { $address } is left out of this mail and of the next ones here: nothing has been sent there since { $date }. { $why } If the address is good again, !mail unpause { $address } sends there what was held back here, and the next mails.
delivery-left-out-without-why = { $address } is left out of this mail and of the next ones here: nothing has been sent there since { $date }. If the address is good again, !mail unpause { $address } sends there what was held back here, and the next mails.
delivery-others-get-it = The others get this mail; ✔️ on it is about them. I say this once in this room.
delivery-nobody-left = So nobody gets this message: it is not mailed. It leaves after that command. To write to another address, set it with !mail to ADDRESS and say it again.
delivery-unpaused =
    { $mails ->
        [0] Mail goes to { $address } again.
        [one] Mail goes to { $address } again. One mail that had waited for that leaves now.
       *[other] Mail goes to { $address } again. { $mails } mails that had waited for that leave now.
    }
delivery-not-paused = Nothing to do: mail goes to { $address } as always.
delivery-no-address = That is not a mail address. It is used like this: !mail unpause bob@example.org
brakes-stopped = Stopped: this was not mailed. { $why }
brakes-why-came-back = The mail that it answers has gone through this mailbox before.
brakes-why-repeated = It answers a mail within a minute, and the same words have come back several times.
brakes-why-rate = It answers within a minute a mail that seems to answer us, and so did several before it, as when two machines answer each other.
brakes-why-first = It answers within ten seconds a mail that begins a conversation. So did several answers before it to the same sender, and a new mail came soon after each, as when two machines answer each other.
brakes-why-stopped = An answer was stopped in this conversation before, and so are further ones that come within a minute.
brakes-why-received = The mail that it answers has gone through too many servers.
brakes-why-steady = This conversation has had more answers within an hour or a day than people write.
brakes-stopped-how = Did a person write it? The reaction ✅ on this message (or !mail brake reset) mails it and what waits with it; ❌ discards them.
brakes-slow-passes = Whoever takes more than a minute to answer is mailed as always.
brakes-released =
    { $count ->
        [0] Released; nothing had waited.
        [one] Released: one mail goes out.
       *[other] Released: { $count } mails go out.
    }
brakes-cancelled =
    { $count ->
        [one] Discarded: one mail does not go out.
       *[other] Discarded: { $count } mails do not go out.
    }
brakes-none = Nothing is stopped here.
brakes-thread = Stopped since { $since }: “{ $subject }”, { $mails } mails wait
brakes-reset-how = Write !mail brake reset in the room of the conversation to mail them.
brakes-tripped-volume = ⚠ All outgoing mail is stopped: { $count } mails within ten minutes are more than people here write.
brakes-tripped-refusals = ⚠ All outgoing mail is stopped: { $count } mails were refused within ten minutes, most of those that were sent.
brakes-tripped-how = Nothing is lost: the mails wait. Find out what sends so much, then write !mail breaker reset (or run “mailroom breaker reset”); then they are sent.
brakes-open = All outgoing mail has been stopped since { $since }; { $waiting } mails wait.
brakes-closed = Outgoing mail is not stopped: { $sent } mails within the last ten minutes.
brakes-reset = Outgoing mail is not stopped any more ({ $by } said so); { $waiting } mails that waited go out now.
brakes-not-open = Outgoing mail is not stopped.
helpdesk-span-minute =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
helpdesk-claimed = You have this conversation now.
helpdesk-had-by = { $name } has this conversation. To give it to somebody else, write !mail assign and their name.
helpdesk-had-by-invited = { $name } has this conversation, and you are invited to its room. To give it to somebody else, write !mail assign and their name.
helpdesk-had-already = You have this conversation already.
helpdesk-unclaimed = Nobody has this conversation now. !mail claim or the reaction 👀 takes it.
helpdesk-gave-back = { $name } has left the room. Nobody has this conversation now.
helpdesk-declined = { $name } has declined the invitation. Nobody has this conversation now.
entry-crowded = More than { $count } new conversations came within a day. From now on nobody is invited to each new room.
entry-crowded-how = The inbox has a line for each. 👀 on a line, or !mail claim with its link, takes the conversation and invites you to its room. When it is done you leave the room; you can come back at any time, through the space or by 👀 on its line.
entry-crowded-back = invite: everyone in the configuration brings the invitations back.
entry-done = This conversation is done. You can come back through the space.
entry-claim-which = Which conversation? Reply to its line in the inbox with !mail claim, or give the link to its room: !mail claim LINK.
helpdesk-nobody-has-it = Nothing to do: nobody had this conversation.
helpdesk-assigned = { $name } has this conversation now.
helpdesk-assigned-to-you = { $by } gave you this conversation.
helpdesk-not-found = Nobody of the team is called “{ $text }”, or several are. Write the whole Matrix name, such as @name:server.
helpdesk-claim-lapsed = { $name } has not answered in time, so nobody has this conversation now. !mail claim or the reaction 👀 takes it.
helpdesk-is-answering = { $name } is answering this at the moment.
helpdesk-has-it = { $name } has this conversation.
helpdesk-still-goes = Your answer goes out all the same; ❌ on it stops it.
helpdesk-came-meanwhile = A new mail from { $from } came before this was mailed. Your message goes out all the same, a little later; ❌ on it stops it.
helpdesk-same-by-you = You have just written the same.
helpdesk-same-by = The same was just written by { $name }.
helpdesk-same-how = It is not mailed a second time unless you want it: react with ✅ to mail it all the same, with ❌ to leave it.
helpdesk-to-colleague = This begins with a colleague’s name, so it is not mailed. Is it meant for the people outside? React with ✅ to mail it (without the name); with ❌ it stays in this room, and so it does without an answer. “!note …” and “!reply …” say it beforehand.
helpdesk-same-dropped = Not mailed: it stays in this room.
helpdesk-mailed-already = Too late: this was mailed already and cannot be called back. To correct it, reply to this message; your reply goes to the same people.
helpdesk-mailed-under-way = Too late: this can no longer be changed or called back. The mail is written, although the mail server has not taken it for everybody yet; it is tried again. To correct it, reply to this message; your reply goes to the same people.
helpdesk-done = Done. The room leaves the list of open conversations; a new mail brings it back.
helpdesk-done-already = This conversation is done already.
helpdesk-reopened = This conversation is open again.
helpdesk-open-already = This conversation is open already.
helpdesk-snoozed = Laid aside until { $until }, or until a mail comes.
helpdesk-snooze-how = Until when? For example: !mail snooze 4h, !mail snooze tomorrow 9:00, !mail snooze mon, !mail snooze 2026-12-01. At most a year.
helpdesk-today = today
helpdesk-tomorrow = tomorrow
helpdesk-awake = The time is up: this conversation, which was laid aside, is open again.
helpdesk-list-of-all = Open
helpdesk-list-of-mine = Open, with you
helpdesk-list-of-unclaimed = Open, unclaimed
helpdesk-list-of-us = Waiting for us
helpdesk-list-of-them = Waiting for them
helpdesk-list-of-snoozed = Laid aside
helpdesk-list-of-done = Done
helpdesk-nothing = none
helpdesk-page-of = page { $page } of { $pages }
helpdesk-next-page = More: { $command }
helpdesk-no-subject = (no subject)
helpdesk-waits-us = waiting for us for { $span }
helpdesk-waits-them = waiting for them for { $span }
helpdesk-waits-nobody = for { $span }
helpdesk-turn-us = waiting for us since { $date }
helpdesk-turn-them = waiting for them since { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = unclaimed
helpdesk-list-how = “{ $word }” is no list, no account of yours and no page. It is used like this: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } open conversation
       *[other] { $total } open conversations
    }
helpdesk-and-more = and { $count } more: !mail list
helpdesk-overview-enter = 👀 on its line in the inbox, or !mail claim with its link, takes a conversation and invites you to its room.
helpdesk-remind-you = this conversation has been waiting for an answer for { $span }.
helpdesk-remind-team = These conversations wait for an answer, and nobody has them (the reaction 👀 in the room takes one):
team-asked =
    { $count ->
        [one] ⚠ { $names } is no longer of this team in the config, and may do nothing here any more.
       *[other] ⚠ { $count } people are no longer of this team in the config, and may do nothing here any more: { $names }.
    }
team-given-back =
    { $claims ->
        [0] They had no conversation.
        [one] One conversation that they had is nobody’s now.
       *[other] { $claims } conversations that they had are nobody’s now.
    }
team-asked-rooms =
    { $rooms ->
        [one] They are still in one room of this account.
       *[other] They are still in { $rooms } rooms of this account.
    }
team-asked-how = So many people at once may be a mistake, so nobody is taken out of the rooms without a word: ✅ takes them out of the space and its rooms, ❌ leaves them there without rights. If it was a mistake, put them back into the team in the config; then nothing more happens.
team-begun = { $names }: no longer of this team. They are being taken out of { $rooms } rooms; this takes a while.
team-progress = The rooms follow the team: { $done } of { $rooms } are done.
team-left = { $name } is no longer of the team: { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    } left, { $claims ->
        [one] one conversation
       *[other] { $claims } conversations
    } given back.
team-joined = { $name } is of the team now: asked into { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    }, moderator in { $levels }.
team-refused =
    { $rooms ->
        [one] In one room the Matrix server did not let me do all of it; the log names it.
       *[other] In { $rooms } rooms the Matrix server did not let me do all of it; the log names them.
    }
team-let-leave = { $names }: taken out of { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    } now. You are told when it is done.
team-let-stay = { $names }: left in the rooms, without rights. Whoever moderates a room can still remove them there.
team-reason = You are no longer of the team of { $account }.
team-nobody-leaves = Nobody who is no longer of the team is still in the rooms.
team-nobody-waits = Nobody waits for a word on whether they are taken out of the rooms.
team-waits = { $name }: no longer of the team since { $since }, still in { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    }; “team leave” takes them out, “team stay” leaves them there.
team-leaves = { $name }: no longer of the team since { $since }, is being taken out of { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    }.
together-draft = A draft by { $name }. It is mailed when somebody else who may send mail reacts to this message with ✅; ❌ takes it back.
together-draft-changed = This draft was changed: an earlier ✅ does not count any more.
together-draft-by = Its words are those of { $name } now.
together-who-can = The ✅ can come from { $people }.
together-nobody-can = Nobody else of the team may send mail: ask the administrators of Mailroom.
together-files = Attached: { $files }
together-more = { $count } more characters are not shown here; they stand in the messages above.
together-yes = { $name } says yes: it is mailed in { $seconds } seconds. Taking the ✅ away, or any change, stops it.
together-yes-later = { $name } says yes: it is mailed at { $time }. Taking the ✅ away, or any change, stops it.
together-yes-gone = The ✅ was taken away: the draft waits again.
together-yes-own = Your ✅ does not count on what you wrote yourself: somebody else has to look at it.
together-yes-may-not = Your ✅ does not count: you may not send mail here.
together-yes-old = Your ✅ does not count here. It belongs on my newest message about this draft, which shows what is mailed.
together-yes-nobody = Your ✅ does not count yet: nobody would get this mail. !mail to says who does.
together-left = It has left already, or was taken back.
together-draft-none = There is no draft here that waits. Write !mail draft and the new words as a reply to my message about it.
together-draft-several = Several drafts wait here: write it as a reply to my message about the one that you mean.
together-draft-set = The draft has these words now. My next message shows it, and asks for a ✅ anew.
together-at = This is mailed at { $time }, to { $people }. Until then you can edit or delete it, ❌ on it stops it, and !mail send now mails it at once.
together-at-yes = It waits for the ✅ of somebody else besides: without it nothing leaves at that time.
together-now = It is mailed in { $seconds } seconds.
together-now-yes = It is mailed when somebody else reacts to my message about it with ✅.
together-at-how = When? For example: !mail send at 8:00, !mail send at tomorrow 9:00, !mail send at mon, !mail send at 2026-12-01. At most a year ahead.
together-nothing-held = Nothing of yours waits here to be mailed. Write the message, and then !mail send at 8:00 while it can still be taken back; or write it as a reply to a message that waits.
together-answers = Prepared answers: { $names }. !mail answer and the name mails one.
together-answers-none = There are no prepared answers for this account: whoever runs Mailroom can write some.
together-answer-unknown = There is no prepared answer “{ $name }”.
together-answer-shown = { $name }, with the prepared answer “{ $answer }”:
together-came = A new mail from { $from } came before this was mailed. It still waits; ❌ on it stops it.
permissions-may-not-read = You may not use Mailroom here.
permissions-may-not-draft = You may not write drafts here.
permissions-may-not-answer = You may not answer by mail here: what you write stays in this room.
permissions-may-not-compose = You may not begin conversations here.
permissions-may-not-outside = You may not write to people who do not take part in this conversation.
permissions-may-not-invite = You may not invite people here who take part by mail.
permissions-may-not-source = You may not see that here.
permissions-may-not-release = You may not decide that here.
permissions-may-not-manage = You may not manage accounts.
permissions-takes = It takes the permission “{ $level }”.
permissions-ask-team = Ask { $people } to do it;
permissions-ask-admins = { $people } can give you that permission.
permissions-ask-any-admin = the administrators of Mailroom can give you that permission.
permissions-quota-reached = You have written { $mails } mails within 24 hours, as many as one person may.
permissions-quota-waits = This one is not lost: it waits and goes out at { $time }. Until then you can take it back with ❌.
operations-state-stopped = stopped
operations-state-connecting = connecting
operations-state-catching-up = catching up
operations-state-connected = connected
operations-state-transient = cannot be reached, is tried again
operations-state-bad-credentials = the login was refused, an administrator has to act
operations-way-out = sending: { $state }
operations-way-out-untried = not tried yet
operations-way-out-ready = works
operations-way-out-transient = does not work, is tried again
operations-way-out-bad-credentials = the login was refused, an administrator has to act
operations-since = since { $time }
operations-because = ({ $reason })
operations-why-login-refused = the mail server says that the password is wrong
operations-why-login-unexplained = the mail server refuses the login and does not say why
operations-why-mailbox-missing = there is no such folder
operations-why-mailbox-unavailable = these folders cannot be read
operations-why-mail-unannounced = the mail server does not announce new mail there, so it comes late
operations-why-no-room = there is no room for mail here
operations-why-no-secret = its password is missing, or does not open here
operations-why-oauth2-refused = the server that gives access (oauth2) refuses it
operations-why-oauth2-away = the server that gives access (oauth2) cannot be reached or does not answer as it should
operations-why-other = the mail server cannot be reached or does not answer as it should
operations-last-mail = last mail { $time }
operations-no-mail-yet = no mail yet
operations-retry-at = tried again { $time }
account-none = All accounts stand in the config file.
account-served = { $account }: in use
account-waits = { $account }: waits – { $why }
account-left-out = { $account }: left out – { $why }
account-leaving = { $account }: is being taken away with all that there is of it
account-added = { $account } is added, and waits for its password: “mailroom ctl account change { $account } --password-file FILE” on the machine gives it, never a chat.
account-changed = { $account } is changed.
account-removed = { $account } is removed. Its conversations stay as they are.
account-purged = { $account } is removed, with all that there is of it.
account-refused = Nothing was changed: { $why }
account-key = “{ $account }” cannot be the key of an account: small letters, digits and hyphens.
account-no-secret = A password does not belong in a chat. Delete that message, and change the password at the mail server if it was one. Give it with “mailroom ctl account change { $account } --password-file FILE” on the machine, or on the page for logins, where there is one.
operations-connecting-now = { $accounts }: connecting now; “accounts” shows how it went.
operations-all-connected = Nothing to do: connected already.
operations-no-accounts = There is no account in whose team you are.
operations-which-account = Which account? { $known }
operations-nothing-waits = nothing waits
operations-held = { $count } can still be changed
operations-leaving = { $count } about to leave
operations-deferred = { $count } not taken by a mail server yet, tried again by themselves
operations-failed = { $count } could not be delivered
operations-jobs = { $queue }: { $waiting } waiting, the oldest for { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantine
operations-queue-mail-in = mails that came in
operations-queue-matrix-send = messages to show in rooms
operations-queue-event-in = messages and reactions from rooms
operations-queue-mail-out = mails to send
operations-queue-mail-sent = copies for the Sent folder
operations-queue-notice-out = mails that tell senders of a refusal
operations-queue-guest-mail = mails that guests get of what was said
operations-queue-desk = order, names and overview of the rooms
operations-queue-member-act = people to invite into rooms or to take out
operations-quarantine-empty = Nothing is in quarantine.
operations-quarantine-count = In quarantine: { $total }
operations-quarantine-count-latest = In quarantine: { $total }, the latest { $shown }:
operations-unread-mail = a mail in the folder { $mailbox } that could not be read
operations-stopped-job = work that failed too often: { $queue }
operations-reason = Reason: { $text }
operations-size = Size: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = There is no { $number } in quarantine.
operations-retried = { $number } is tried again.
operations-quarantine-how = { $show } tells more, { $retry } tries again.
operations-not-alone = There are others in this chat, so I say nothing about accounts here. Please begin a chat with me alone.
operations-encrypted = This chat is encrypted, and I cannot read that. Please begin one without encryption.
operations-withheld = ⚠ The mail server lists a mail in the folder { $mailbox } but does not hand it over: from { $sender }, “{ $subject }”. Mailroom tries again by itself and shows it as soon as it gets it. Until then, look at it in a mail program. { $show } tells more.
operations-sender-unknown = somebody whom it does not name
operations-withheld-mail = a mail in the folder { $mailbox } that the mail server does not hand over
operations-from = From: { $sender }
operations-subject = Subject: { $subject }
operations-trouble = ⚠ Mailroom has not reached the mailbox since { $time }, so no new mail arrives here. Nothing is lost: it waits in the mailbox, and comes as soon as the mail server answers. Mailroom tries again by itself.
operations-stopped = ⚠ Mailroom has not looked after this mailbox since { $time }, so no new mail arrives here. Nothing is lost: it waits in the mailbox. Please tell whoever runs Mailroom.
operations-unread = ⚠ Mailroom has not been able to read { $folders } since { $time }: the mail server says that there is no such folder, or that it may not be opened. Mail in it is not lost, but nobody sees it here. An administrator has to check the name in the config (imap.mailboxes) and what the login may read.
operations-unannounced = ⚠ The mail server has not told of new mail in { $folders } since { $time }: it is found only when Mailroom looks by itself, so it comes late. Nothing is lost. Whoever runs Mailroom can ask the mail server’s operators about IMAP IDLE, or lower times.poll in the config.
operations-well = All has been well with the mailbox again since { $time }: new mail comes as usual, and what waited comes now.
operations-no-rooms = ⚠ The Matrix server has made no new rooms for Mailroom since { $time }, so new conversations do not appear. Nothing is lost: their mails wait, and appear as soon as it makes rooms again. Please tell whoever runs Mailroom: “mailroom check” says why.
operations-rooms-again = The Matrix server makes rooms again: the conversations that have waited since { $time } appear now.
operations-full-database = ⚠ No mail is fetched: the database is as large as it may be. Nothing is lost, the mail stays in the mailbox; it is fetched when there is room. Please tell whoever runs Mailroom.
operations-full-disk = ⚠ No mail is fetched: the disk of the database is nearly full. Nothing is lost, the mail stays in the mailbox; it is fetched when there is room. Please tell whoever runs Mailroom.
operations-room-again = There is room again: mail is fetched as usual, and what waited comes now.
reload-refused = The config file is wrong, so nothing was changed. Correct it here, then reload again:
reload-taken =
    { $count ->
        [1] The config was read again by the one process that runs.
       *[other] The config was read again by { $count } processes.
    }
reload-nobody = The config file is right. No bridge runs, so nothing was reloaded: the file is read at the next start.
reload-nothing = Nothing in it differs from what was in use.
reload-added = Accounts added: { $accounts }
reload-removed = ⚠ Accounts taken out: { $accounts }. No mail comes or goes for them any more. If that was a mistake, put them back into the file and reload again.
reload-changed = Changed for { $account }: { $fields }
reload-members-added = New in the team of { $account }: { $people }
reload-members-removed = No longer in the team of { $account }: { $people }
reload-settings = Changed for all accounts: { $fields }
reload-needs-restart = ⚠ This changed in the file too, but Mailroom goes on with the values of before until it is restarted: { $fields }
reload-process-waiting = ⚠ { $process } has not read the config yet. Until it has, everybody may do only what both the old and the new config allow. If it hangs, restart it.
reload-process-differs = ⚠ { $process } has read its config, but its file is not the same as the one that was checked. Until both say the same, everybody may do only what both allow.
reload-process-refused = ⚠ { $process } goes on with the config of before, since its file is wrong. Correct it there, then reload again:
commands-note = a message for this room only; it is never mailed
commands-hold-hint = Until a message is mailed you can edit it, delete it, or stop it with the reaction ❌.
commands-unknown = There is no command “{ $name }”.
commands-did-you-mean = Did you mean { $usage }?
commands-see-help = !mail help lists all commands.
commands-wrong-use = It is used like this: { $usage }
commands-goes-to = Your next message goes to:
commands-this-goes-to = This goes to:
commands-cc = Cc
commands-nobody = Nobody would get an answer: no mail of this conversation has an address outside. Add somebody with !mail to name@example.org
commands-why-reply = because it answers the message of { $address }
commands-why-latest = because the latest mail came from { $address }; reply to another message to answer that one
commands-why-bcc = only the sender, { $address }, because that mail came to us as a blind copy
commands-why-same = because they got the message that it follows
commands-reply-to-used = The sender asked for answers at another address than their own.
commands-account = Account { $address }:
commands-account-state-ready = connected
commands-account-state-connecting = connecting
commands-account-state-stopped = stopped, an administrator has to act
commands-open-mail = One mail is held for { $seconds } more seconds and can still be changed.
commands-waiting-mails =
    { $count ->
        [one] One mail waits to be sent.
       *[other] { $count } mails wait to be sent.
    }
commands-failed-mails =
    { $count ->
        [one] One mail could not be delivered.
       *[other] { $count } mails could not be delivered.
    }
commands-nothing-waits = Nothing waits to be sent.
commands-last-sent = The last mail went out at { $time }.
commands-retrying =
    { $count ->
        [one] One mail is tried again.
       *[other] { $count } mails are tried again.
    }
commands-nothing-to-retry = There is nothing to try again.
commands-refused = Not delivered to { $address }. Their server says: { $words }
commands-deferred = Not yet delivered to { $address }, it will be tried again. Their server says: { $words }
commands-gave-up = Not delivered to { $address }, after many tries. The last answer was: { $words }
commands-not-sent = This message was not mailed: { $words }
commands-unknown-outcome = The connection broke while this was handed to the mail server: it may have been sent, or not.
commands-unknown-resent = It is sent once more in a few minutes, with the same identity, so that mail programs show it once.
commands-unknown-held = It is not sent again by itself; !mail retry sends it once more.
commands-too-large = This message was not mailed: as a mail it has { $size }, and our own mail server takes at most { $limit }. Files grow by a third in a mail. Send them in several messages, make them smaller, or send a link.
commands-too-large-without-limit = This message was not mailed: with { $size } it is too large for our own mail server, which does not say how much it takes. Files grow by a third in a mail. Send them in several messages, make them smaller, or send a link.
commands-utf8-missing = This message was not mailed: one of the addresses has letters that the mail server does not take, such as ä or é.
commands-already-mailed = Too late: this was mailed already. The change stays in this room.
commands-encrypted-not-mailed = This message is encrypted, so I cannot read it, and it was not mailed. Please write it without encryption.
commands-intro-thread = What is written in this room goes out as e-mail. These commands do not:
commands-intro-lobby = Nothing that is written in this room is mailed. I understand these commands:
commands-intro-inbox = Each new conversation is a line here; nothing that is written in this room is mailed. I understand these commands:
commands-intro-management = Hello, I am Mailroom. Nothing that is written here is mailed. I understand:
commands-more = { $usage } tells more about one of them.
commands-example = Example: { $text }
commands-place-thread = in the room of a conversation
commands-place-lobby = in the moderators’ room of an account
commands-place-inbox = in the inbox of an account
commands-place-management = in a direct chat with me
commands-elsewhere = “{ $name }” cannot be used in this room. Use it { $places }.
commands-or = or
language-name-en = English
language-name-de = German
language-name-es = Spanish
language-name-fr = French
language-name-it = Italian
language-name-nl = Dutch
language-name-pl = Polish
language-name-pt = Portuguese
language-listed-unreviewed = { $language } ({ $tag }, not reviewed yet)
language-unreviewed = These texts have not been reviewed by a native speaker yet. Corrections are welcome.
language-is = You are answered in { $language }.
language-set = From now on you are answered in { $language }.
language-unknown = I speak { $known }.
zone-is = You are told times in { $zone }. It is { $time } there now.
zone-is-account = You have chosen no time zone, so you are told times in that of the account, { $zone }. It is { $time } there now.
zone-set = From now on you are told times in { $zone }. It is { $time } there now. Is that what your clock says?
zone-as-account = From now on you are told times in the time zone of the account.
zone-unknown = I know no time zone “{ $text }”.
zone-meant = Did you mean { $zones }?
zone-how = Name area and place to choose another: !mail zone Europe/Berlin. !mail zone account goes back to that of the account.
ping-way = This answer took { $whole }: { $before } until your message came here from the Matrix server, { $here } until it was answered.
ping-here = This answer took { $here } from when your message came here. How long it took to come cannot be said: the clock of the Matrix server differs too much from ours.
ping-too-long = How long this answer took cannot be said: your message waited here for more than a day, or the clock was set meanwhile.
source-reply-to = Write !mail source as a reply to the message whose original you want.
source-unknown = No mail belongs to that message.
source-gone = The original of that mail is not (or no longer) kept here; look for it in the mailbox. Its checksum (SHA-256) was { $hash }.
source-gone-without-hash = The original of that mail is not (or no longer) kept here; look for it in the mailbox.
search-nothing = Nothing was found.
search-found = Found: { $count }
search-found-more = Found: more than { $count }
search-reading = Older mail is still being read in ({ $percent } % so far): not all of it is found yet.
search-nothing-asked = Say what is to be found: words, or from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06. Words in quotes stand together; -word is not there; lam* is the beginning of a word.
search-needs-person = “{ $word }” needs a name or an address, such as from:bob or from:bob@example.org
search-needs-words = “{ $word }” needs words, such as subject:lamp
search-needs-date = “{ $word }” needs a year, a month or a day, such as after:2019, after:2019-03 or before:2019-03-14
search-needs-kind = “{ $word }” needs a kind of file, such as has:file, has:pdf, has:image or has:docx
search-needs-place = “{ $word }” needs an account or a folder; yours are: { $known }
search-too-much = That is too much at once: at most { $most } words and conditions.
help-brake = shows which answers are stopped because machines seem to answer each other; “reset” mails them
help-breaker = shows whether all outgoing mail is stopped; “reset” ends that
help-list = lists the conversations that are open: all, mine, unclaimed, us (they wait for us), them (we wait for them), snoozed or done
help-claim = takes this conversation, so that the others see that you have it; so does the reaction 👀
help-unclaim = gives this conversation back
help-assign = gives this conversation to somebody of the team
help-done = closes this conversation; so does the reaction ✅. A new mail opens it again
help-reopen = opens this conversation again
help-snooze = lays this conversation aside for a time (4h, 3d) or until a day (tomorrow 9:00, mon, 2026-12-01)
help-send = when your message that waits is mailed: send at 8:00, send at mon; send now mails it at once
help-draft = gives a draft that waits for a ✅ new words, whoever wrote it
help-answer = mails a prepared answer in your name; without a name all are listed
help-compose = begins a conversation in a room of its own; what is missing is asked for; further lines are its first mail
help-forward = sends a mail to somebody outside, with words if you like; the answers come into a room of their own
help-cancel = ends my questions about a new conversation; none is begun
help-to = who gets your next message, and why; +address adds, -address takes out, addresses alone are the new list
help-cc = who gets copies; changed in the same way
help-bcc = who gets it without anybody else seeing that; changed in the same way
help-from = which address of the account this conversation is written from
help-subject = the subject of the mails that follow
help-reply-to-sender = answers go only to the sender of what is answered; off: to all again. For one message: !sender TEXT
help-block = whose mail is not shown, in the account or in this room (“here”); as a reply to a message: its sender, in this room
help-allow = who takes part without being asked about; as a reply to a message: its sender, in this room
help-rules = shows who may take part and how many mails were not shown; “drop” takes a rule away
help-entry = shows or sets whether everybody who answers and is verified may take part in this room
help-invite = invites somebody by their address, who takes part in this room by mail; “last” with a number sends them so many of the last messages
help-uninvite = ends that somebody takes part in this room by mail
help-guests = shows who reads this room by mail. Changes what it says of them: “answer” or “invitation” (from when they get what is said), “now”, “hourly” or “daily”, “verified” or “unverified”
help-move = as a reply to a message: puts it, and what answers it, into the conversation of another room
help-split = as a reply to a message: makes a conversation of its own of it and all that came after it
help-merge = puts all of this conversation into that of another room
help-help = shows this list
help-status = shows how the account stands, and how far the mails of this room came
help-retry = tries again what could not be delivered; as a reply to a message: only that one
help-unpause = sends to an address again to which a mail could not be delivered
help-search = finds mails and answers by their words, also in files: from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06, “words in quotes”, -word, page 2
help-source = as a reply to a message: puts its original mail here as a file
help-why = as a reply to a message: why its mail is in this conversation, and how its sender was checked
help-accept = as a reply to the message about a suspicious mail: shows it in its conversation
help-refuse = as a reply to the message about a suspicious mail: leaves it out
help-overflow = shows the mails that wait because too much came from outside; “let-in” lets them in, “discard” leaves them out
help-old = shows the old mail that came in quantity and waits; “quietly” and “as-new” let it in, “leave” leaves it in the mailbox
help-account = shows the accounts that were added while Mailroom runs; “add”, “change” and “remove” do that, passwords alone are given elsewhere
help-accounts = shows how each of your accounts stands: its state, since when, and its last mail; “retry” connects one that is away now
help-team = shows who is no longer of the team and still in its rooms; “leave” takes them out, “stay” leaves them there without rights
help-queue = shows what waits to be sent or shown, and what has failed
help-quarantine = shows what could not be read or done; “show” tells more about one, “retry” tries it again
help-reload = reads the config file again, without a restart
help-ping = shows how long the way from the Matrix server to the answer took
help-language = shows or sets the language in which you are answered
help-login = bring your own mailbox, in a direct chat with me
help-logout = take your own mailbox away again
help-zone = shows or sets the time zone in which you are told times
queue-not-shown = ⚠ A part of this mail is missing here: the Matrix server does not take it. “!mail quarantine” in the moderators’ room tells more.
queue-set-aside = ⚠ Something went wrong with this: it is not mailed, and changes no mail. Please write it once more; if that does not help, “!mail quarantine” in the moderators’ room tells more.
queue-returned-mail = This was not mailed: Mailroom had not looked after this account since { $since }. It does not go out by itself now: react with ✅ to mail it, with ❌ to discard it.
queue-unseen-mail = I can no longer read the room in which this was written, so I cannot see whether it was changed or deleted there: “{ $words }”. It does not go out by itself: react with ✅ to mail it as it stands here, with ❌ to discard it.
queue-returned-fixed = This waits for a yes and can no longer be changed: react with ✅ to mail it as it stands, with ❌ to discard it.
queue-returned-released = It is mailed now.
queue-returned-discarded = Discarded: not mailed.
queue-not-served = Mailroom does not look after the account { $account } at the moment: what is said here is not mailed, and mail to it is not shown. Nothing is lost: once it is looked after again, you are asked here what becomes of what was said meanwhile. Whoever runs Mailroom knows why.
queue-unserved = no process has served it since { $since }
attempt-list = Attempts to hand it to the mail server:
attempt-accepted = { $attempt }. { $time }, { $address }: accepted
attempt-deferred = { $attempt }. { $time }, { $address }: not taken yet
attempt-refused = { $attempt }. { $time }, { $address }: refused
attempt-not-sent = { $attempt }. { $time }, { $address }: not handed over
attempt-unknown = { $attempt }. { $time }, { $address }: may have been sent
delivery-waits = Not mailed yet.
delivery-leaves-by-itself = The message is kept and leaves by itself as soon as that is mended.
delivery-waited = This message was not mailed: it has waited too long for our own mail server.
relay-since = Nothing is mailed since { $time }.
relay-news = ⚠ Nothing is mailed since { $time }.
relay-well = Mail leaves again since { $time }. What waited is on its way.
relay-trouble-login = Our own mail server refuses the login for sending: the password in the config is wrong, or the provider has locked the login.
relay-trouble-login-later = Our own mail server cannot check the login for sending at the moment.
relay-trouble-certificate-expired = The certificate of our own mail server has expired, so no mail is entrusted to it.
relay-trouble-certificate-unknown = The certificate of our own mail server cannot be trusted: it is made out for another name, or by somebody whom Mailroom does not know.
relay-trouble-tls = No encrypted connection to our own mail server can be made.
relay-trouble-connection-refused = Our own mail server takes no connections.
relay-trouble-name-unknown = The name of our own mail server cannot be found.
relay-trouble-silent = Our own mail server does not answer.
relay-trouble-unreachable = Our own mail server cannot be reached.
relay-trouble-refuses = Our own mail server turns Mailroom away as soon as it connects.
relay-says = It says: { $words }
relay-remedy-password = What is written waits (⏳) and leaves by itself then. Please let whoever runs Mailroom correct the password (or oauth2) in its file: it is tried within a minute. “accounts retry { $account }” in the direct chat with me tries at once.
relay-remedy-certificate = What is written waits (⏳) and leaves by itself then. Whoever runs the mail server has to renew its certificate, or whoever runs Mailroom has to name the right server and its authority (smtp.host, smtp.ca_file).
relay-remedy-server = What is written waits (⏳) and leaves by itself as soon as the server answers; it is asked again every few minutes. Should that last, ask who runs the mail server.
relay-not-mailed-failed = Not mailed to { $people }.
relay-not-mailed-again = Not mailed yet to { $people }; it is tried again by itself.
relay-refusal-news = ⚠ Our own mail server does not take a mail of ours. Whoever wrote it has been told.
relay-refusal-once = Further mails that fare like this are told to those who wrote them, and here again after a day.
relay-refusal-limit = Our own mail server takes no more mail for now: as many have been sent as it allows.
relay-refusal-login-needed = Our own mail server takes no mail without a login, or not with this one.
relay-refusal-full = Our own mail server has no room for mail at the moment, or our mailbox there is full.
relay-refusal-sender = Our own mail server does not let us send under this address.
relay-refusal-relaying = Our own mail server does not pass mail on to others for us.
relay-refusal-too-large = Our own mail server takes no mail as large as this.
relay-refusal-content = Our own mail server takes the mail for spam, or does not like what is in it.
relay-refusal-other = Our own mail server does not take the mail.
relay-help-limit = Nothing has to be done: it leaves when the limit is free again, mostly within a day. Should that happen often, ask the provider for a higher limit.
relay-help-login-needed = Whoever runs Mailroom has to look at smtp.user, smtp.password, smtp.port and smtp.security in the config.
relay-help-full = Mostly it passes by itself. Should it last, delete old mail in the mailbox or ask the provider for more room.
relay-help-sender = Ask the provider to let this login send as the account’s address, or let whoever runs Mailroom use the login that belongs to it. After that, !mail retry sends it.
relay-help-relaying = Whoever runs Mailroom has to look at smtp.host and the login in the config. After that, !mail retry sends it.
relay-help-too-large = Files grow by a third in a mail. Send them in several messages, make them smaller, or send a link.
relay-help-content = Say it in other words or without the files and links. Should ordinary mails be refused like this, ask the provider why.
relay-help-other = Ask whoever runs the mail server, with the words above. !mail retry tries again.
provider-microsoft-smtp-off = Microsoft: sending by programs (SMTP AUTH) is switched off for the whole organisation. Its administrator can allow it for this mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: sending by programs (SMTP AUTH) is switched off for this mailbox. The organisation’s administrator switches it on: user, Mail, Manage email apps, Authenticated SMTP.
provider-microsoft-no-passwords = Microsoft takes no passwords from programs. A login with Microsoft (oauth2) takes the place of the password.
provider-microsoft-policy = Microsoft: a rule of the organisation (security defaults or conditional access) forbids this login. Its administrator has to allow it.
provider-microsoft-send-as = Microsoft: this login may not send under this address. The organisation’s administrator gives it the right “Send as” for the mailbox.
provider-microsoft-not-logged-in = Microsoft takes mail for sending only after a login: smtp needs a user, and a password or oauth2.
provider-microsoft-not-connected = Microsoft takes the login and does not open the mailbox: IMAP is switched off for it, it has no licence, or Exchange has trouble of its own.
provider-microsoft-consent = Microsoft: nobody has agreed yet that Mailroom may use this mailbox. Log in again and agree; where that is for administrators alone, the organisation’s has to.
provider-microsoft-login = Microsoft does not let this login into the mailbox: the password or the permission is wrong, whoever agreed may not use this mailbox, or IMAP or SMTP is switched off for it.
provider-client-refused = The provider does not know Mailroom’s client, or the client’s secret has expired. An administrator corrects client_id and client_secret.
provider-login-again = The permission to use this mailbox is missing, has ended or was taken back, as after a changed password. Somebody has to log in again.
provider-google-app-password = Google takes no ordinary passwords from programs: it wants an app password (which needs 2-step verification), or a login with Google (oauth2).
provider-google-login = Google does not take this login. It takes no ordinary passwords from programs: an app password helps, or a login with Google (oauth2).
provider-google-web-login = Google wants the owner of the mailbox to log in once in a web browser and to confirm that it was them.
provider-google-imap-off = Google: IMAP is switched off for this mailbox. It is switched on in Gmail’s settings, under “Forwarding and POP/IMAP”.
provider-google-imap-off-organisation = Google: IMAP is switched off for the whole organisation. Its administrator switches it on in the Admin console.
provider-app-password = This provider takes no ordinary passwords from programs: make an app password in the security settings of the mailbox, and use that.
mailbox-archived = Somebody archived this mail in a mail program. The conversation is still open here: ✅ closes it.
mailbox-deleted = Somebody deleted this mail in a mail program. It stays here, and the conversation is still open: ✅ closes it.
mailbox-moved = Somebody moved this mail to another folder in a mail program. The conversation is still open here: ✅ closes it.
mailbox-many =
    { $count ->
        [one] { $count } mail was read, archived or deleted in a mail program at once. Its room is not told.
       *[other] { $count } mails were read, archived or deleted in a mail program at once. Their rooms are not told one by one.
    }
guests-room-welcome = People who have only e-mail can take part in this room. Nothing of it leaves by mail before somebody is invited.
guests-room-welcome-how = To invite somebody: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } is invited to take part by mail. They get one mail now, and what is said here only once they have answered it. !mail uninvite takes that back.
guests-invited-at-once = ✉ { $person } is invited to take part by mail. From now on they get by mail what is said here. !mail uninvite ends that.
guests-unverified-hint = Nobody checks the senders of mails to this account, so that mails of guests are not shown here. !mail guests unverified shows them.
guests-unreadable = Whom? This needs one address, such as: !mail invite bob@example.org Bob
guests-refused-own = { $address } is an address of our own. Invite the person in Matrix.
guests-refused-member = { $address } belongs to somebody of the team. Invite them in Matrix.
guests-refused-no-power = Nobody was invited: this room does not let you invite people. Ask somebody who has the power to do so.
guests-refused-encrypted = Nobody was invited: this room is encrypted, and what is said in it must not leave by mail.
guests-refused-already = { $address } is invited already. !mail guests shows who reads by mail.
guests-refused-stopped = { $address } wants no mails from here. Only they can change that, by a mail with the word START to { $account }.
guests-refused-member-quota = Nobody was invited: you have invited { $count } within a day, as many as the config allows. Try again tomorrow.
guests-refused-all-quota = Nobody was invited: { $count } were invited within a day by all together, as many as the config allows. Try again tomorrow.
guests-refused-person-quota = Nobody was invited: { $address } has got several invitations within a day. Try again tomorrow.
guests-no-room = This is no room for guests. !mail to shows who gets what is said here.
guests-removed = { $person } gets nothing more of this room.
guests-not-there = { $address } is no guest of this room. !mail guests shows who is.
guests-answered = { $person } has answered the invitation and takes part: what is said here goes there by mail from now on.
guests-stopped = { $person } wants no more mails from here and gets nothing of this room. Only they can change that, by a mail with the word START to { $account }.
guests-started = { $person } takes part by mail again.
guests-failed = ⚠ The invitation of { $person } could not be delivered, and is over. See whether the address is right.
guests-leaves = What is said here goes by mail to { $people }.
guests-unverified-kept = A mail that says that it is from { $person } is not shown: nobody checks the senders of mails to this account. !mail guests unverified shows further ones.
guests-list-none = Nobody has been invited to take part in this room by mail.
guests-state-invited = invited, has not answered yet
guests-state-active = takes part by mail
guests-state-stopped = wants no mails
guests-state-removed = was taken out
guests-state-failed = could not be reached
guests-consent-answer = Whoever is invited gets what is said here once they have answered.
guests-consent-invitation = Whoever is invited gets what is said here at once.
guests-delivery-now = It is mailed after a pause of the conversation.
guests-delivery-hourly = It is gathered and mailed once an hour.
guests-delivery-daily = It is gathered and mailed once a day.
guests-verified = Mails of guests are not shown, since nobody checks their senders: !mail guests unverified
guests-unverified = Mails of guests are shown although nobody checks their senders: !mail guests verified
guests-ghost-name = { $name } (by e-mail)
guests-mail-subject = Invitation: { $room }
guests-mail-subject-unnamed = Invitation by { $name }
guests-mail-invites = { $name } invites you to the conversation “{ $room }”. It takes place in a chat; you take part with your mail program, and need nothing else.
guests-mail-invites-unnamed = { $name } invites you to a conversation. It takes place in a chat; you take part with your mail program, and need nothing else.
guests-mail-how = To take part, answer this mail: your answer is shown to everybody there, and from then on you get what they say. Without an answer you get nothing more.
guests-mail-how-at-once = From now on you get what is said there. What you answer is shown to everybody there.
guests-mail-stop = If you want no mails from here, answer with the word STOP alone. Then nobody here can invite you any more.
guests-stopped-subject = You get no more mails from here
guests-stopped-text = A mail under your address asked for that. You take part in no conversation here any more, and nobody can invite you.
guests-stopped-undo = If that was not you, or you change your mind, answer this mail with the word START alone.
guests-not-here = \`!mail { $name }\` is for conversations by mail. Who reads this room by mail is a guest: \`!mail guests\` lists them, \`!mail invite ADDRESS\` adds one.
guests-encrypted-subject = What is said there is encrypted now
guests-encrypted-text = The people of the conversation into which { $by } invited you encrypt what they say. Encrypted messages cannot be sent by mail, so you get none of them. What you write still arrives there. Ask { $by } how to go on.
guests-page-title = No more mails
guests-page-text = Press the button if you want no more mails of the conversations here.
guests-page-button = Stop the mails
guests-page-done = Done. You get no more mails of the conversations here, and nobody can invite you.
guests-page-undo = To undo that, write a mail with the word START alone, as an answer to a mail that you have.
reaction-said = { $name } reacted with { $emoji }.
reaction-unplaced = A reaction by { $person }. It is to no message that is known here, or not by somebody who takes part in its conversation; it stands in the mailbox.
reaction-leaves = A reaction like { $emoji } to a mail of { $person } goes to them by mail, to nobody else. Take it away within { $seconds } seconds, and it does not leave.
reaction-mailed = { $name } reacted to your message.
history-done =
    The mail since { $since } is in: { $mails ->
        [one] one mail
       *[other] { $mails } mails
    } in { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    }, in a space of its own. Nobody was told of it or asked in, and new mail goes on in the same rooms.
history-none = There was no mail since { $since } to bring in.
history-left =
    { $count ->
        [one] One mail
       *[other] { $count } mails
    } of before could not be brought in; what is in the mailbox stays there:
history-reading = brings in the mail since { $since }: { $found } found so far
history-filling = brings in the mail since { $since }: { $settled } of { $found }
history-waits = waits for { $what }
web-not-there = There is nothing here
web-not-there-help = Look whether the whole link was opened: mail programs sometimes cut it. Links that were meant for one use are gone after it.
web-too-many = Too many requests
web-too-many-help =
    { $seconds ->
        [one] Wait a second, then load this page again.
       *[other] Wait { $seconds } seconds, then load this page again.
    }
web-failed = Something went wrong here
web-failed-help = Nothing is lost by it. Try again in a moment; if it stays like this, tell those who run Mailroom.
web-foreign-form = This form was not sent from our page
web-foreign-form-help = For your safety nothing was done. Open the link again, and fill the form in there.
login-link = Open this page within 15 minutes and log in there with your mailbox: { $link } What you enter there does not come into Matrix.
login-link-then = At its end the page shows six digits. Write them here: login and the digits. Give nobody the link or the digits.
login-added = { $address } is here now: its new mail comes into rooms in the space “{ $name }”, to which you are invited and nobody else. !mail logout takes it away again.
login-wrong =
    { $left ->
        [one] These are not the digits that the page shows. One more attempt, then the login is dropped.
       *[other] These are not the digits that the page shows. { $left } more attempts, then the login is dropped.
    }
login-spent = That was wrong too often; the login is dropped and what was entered is deleted. !mail login begins anew.
login-none = No login of yours waits for digits. !mail login begins one; its digits count for ten minutes.
login-already-taken = { $address } is an account here already. Who runs Mailroom can say whose.
login-no-words = Write nothing here but !mail login, and later the six digits of the page. If that was a password: delete the message, and change the password.
login-not-allowed = Who runs Mailroom has not allowed you to bring a mailbox of your own (logins.allowed in the config).
login-no-pages = Own mailboxes are allowed here, but there is no page to log in on. Who runs Mailroom has to set web in the config.
logout-none = No mailbox of yours is here.
logout-which = Which one? !mail logout and the address: { $addresses }
logout-done = { $address } is taken away: the login, the password, the mails and what was remembered of them. The mailbox itself is as it was. I leave its rooms.
login-page-title = Log in with your mailbox
login-page-whose = This page is for { $user }. The mail of the mailbox will be shown to { $user } in Matrix. Go on only if that is you.
login-page-begin = This is me, go on
login-page-wrong-title = Not logged in yet
login-page-address = Mail address
login-page-password = Password of the mailbox
login-page-password-hint = Many providers want one made for programs (app password) where you log in with a second factor.
login-page-name = Your name in mail
login-page-name-hint = May stay empty.
login-page-servers = Servers
login-page-servers-hint = They are found by the address. Fill them in only where that fails.
login-page-imap = Mail comes from (IMAP)
login-page-smtp = Mail leaves by (SMTP)
login-page-host = Server
login-page-port = Port
login-page-security = Encryption
login-page-user = User name, where it is not the address
login-page-try = Log in
login-page-no-address = That is no mail address. It looks like anna@example.org.
login-page-no-password = The password is missing, or has characters that none can have.
login-page-too-often = This link was tried too often. Write !mail login to Mailroom for another one.
login-page-servers-none = No servers were found for this address. Fill in those that your provider names.
login-page-servers-closed = Mailboxes of this domain cannot be brought here. Who runs Mailroom can name its servers.
login-page-servers-not-public = These servers have no public name and address, so that they are not connected to. Who runs Mailroom can name servers that are inside.
login-page-servers-port = That is no port of a mail server: IMAP has 993 or 143, SMTP 465 or 587.
login-page-refused = { $server } did not take address and password. Look whether both are right, and whether your provider wants an app password or has to allow mail programs first.
login-page-tls = { $server } showed no certificate that can be trusted. Look whether its name is right.
login-page-away = { $server } could not be reached. Look whether name, port and encryption are right, or try again later.
login-page-taken = This address is an account here already. Who runs Mailroom can say whose.
login-page-code-title = One more step
login-page-code = The mailbox was found. Write this in your direct chat with Mailroom, as { $user }:
login-page-code-then = It counts for ten minutes, and nothing is kept unless you write it. Tell it nobody. Then you can close this page.
login-page-found = Its mail is read at { $imap } and sent by { $smtp }.
login-page-over = This link was used or is too old
login-page-over-help = Write !mail login in your direct chat with Mailroom for another one.
login-page-coded = The digits were shown already
login-page-coded-help = Write them in your direct chat with Mailroom. Where they are lost, write !mail login there for another link.
login-page-elsewhere = This link is open in another browser
login-page-elsewhere-help = It can be used in the browser in which it was opened first. If that was not yours, somebody else has the link: write !mail login in your direct chat with Mailroom, which makes this one worthless.
`,
  de: `
mail-image = [Bild: { $alt }]
mail-image-without-alt = [Bild]
mail-rest = Rest der Mail
mail-plain-rendering = Mail als reiner Text
mail-html-rendering = Mail als formatierter Text
mail-spoiler = [verdeckt: { $text }]
mail-cut-here = [Hier gekürzt: { $shownKb } von { $totalKb } KB sind zu sehen. Die ganze Nachricht ist angehängt.]
mail-signed-pgp = Diese Nachricht ist mit OpenPGP signiert; die Signatur wurde nicht geprüft.
mail-signed-smime = Diese Nachricht ist mit S/MIME signiert; die Signatur wurde nicht geprüft.
mail-encrypted-pgp = Diese Nachricht ist mit OpenPGP verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
mail-encrypted-smime = Diese Nachricht ist mit S/MIME verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
mail-opaque-smime = Diese Nachricht ist mit S/MIME so signiert, dass der Text in der Signatur steckt; sie ist unverändert angehängt.
mail-password-protected = { $name } ist geschützt: Zum Öffnen braucht es vielleicht ein Passwort.
mail-further-files = Weitere Dateien
mail-files-bundled = Von den { $all } Dateien dieser Mail sind { $count } in diesem Archiv.
nested-mail = Angehängte Mail
nested-from = Von
nested-date = Datum
nested-subject = Betreff
nested-more-in-file = … der Rest steht in { $name }
unread-file = Die Datei „{ $name }“ war aus ihrer Mail nicht zu lesen. Dafür steht hier die ganze Mail als Datei.
unread-file-missing = Die Datei „{ $name }“ war aus ihrer Mail nicht zu lesen und fehlt deshalb hier. Sehen Sie im Postfach nach, mit einem Mailprogramm.
unread-mail = Eine Mail von { $sender } („{ $subject }“) ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-subject = Eine Mail von { $sender } ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-sender = Eine Mail („{ $subject }“) ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-sender-and-subject = Eine Mail ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-oversize-mail = Eine Mail mit { $size } von { $sender } („{ $subject }“) ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-subject = Eine Mail mit { $size } von { $sender } ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-sender = Eine Mail mit { $size } („{ $subject }“) ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-sender-and-subject = Eine Mail mit { $size } ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-reason-too-large = sie ist zu groß
unread-reason-empty = sie ist leer
unread-reason-time = das Lesen dauerte zu lange
unread-reason-memory = das Lesen brauchte zu viel Speicher
unread-reason-crash = das Programm, das Mails liest, kam mit ihr nicht zurecht
unread-reason-oversize = sie ist zu groß
unread-reason-failed = hier ging etwas schief
calendar-title-invitation = Einladung
calendar-title-changed = Einladung geändert
calendar-title-cancelled = Abgesagt
calendar-title-reply = Antwort auf eine Einladung
calendar-title-counter = Anderer Termin vorgeschlagen
calendar-title-published = Termin
calendar-title-task = Aufgabe
calendar-label = { $name }:
calendar-when = Wann
calendar-where = Wo
calendar-join = Teilnehmen
calendar-organizer = Organisiert von
calendar-attendees = Teilnehmende
calendar-repeats = Wiederholung
calendar-comment = Kommentar
calendar-untitled = (ohne Titel)
calendar-all-day = ganztägig
calendar-before = bisher: { $value }
calendar-occurrence = nur der vom { $date }
calendar-added = neu: { $names }
calendar-removed = nicht mehr: { $names }
calendar-accepted = zugesagt
calendar-declined = abgesagt
calendar-tentative = mit Vorbehalt
calendar-delegated = weitergegeben
calendar-no-answer = noch keine Antwort
calendar-optional = optional
calendar-and-more = und { $count } weitere
calendar-date = { $weekday }., { $day }. { $month } { $year }
calendar-weekday-sunday = Sonntag
calendar-weekday-monday = Montag
calendar-weekday-tuesday = Dienstag
calendar-weekday-wednesday = Mittwoch
calendar-weekday-thursday = Donnerstag
calendar-weekday-friday = Freitag
calendar-weekday-saturday = Samstag
calendar-weekday-short-sunday = So
calendar-weekday-short-monday = Mo
calendar-weekday-short-tuesday = Di
calendar-weekday-short-wednesday = Mi
calendar-weekday-short-thursday = Do
calendar-weekday-short-friday = Fr
calendar-weekday-short-saturday = Sa
calendar-month-january = Januar
calendar-month-february = Februar
calendar-month-march = März
calendar-month-april = April
calendar-month-may = Mai
calendar-month-june = Juni
calendar-month-july = Juli
calendar-month-august = August
calendar-month-september = September
calendar-month-october = Oktober
calendar-month-november = November
calendar-month-december = Dezember
calendar-local-time = Ortszeit
calendar-every-second =
    { $interval ->
        [one] jede Sekunde
       *[other] alle { $interval } Sekunden
    }
calendar-every-minute =
    { $interval ->
        [one] jede Minute
       *[other] alle { $interval } Minuten
    }
calendar-every-hour =
    { $interval ->
        [one] jede Stunde
       *[other] alle { $interval } Stunden
    }
calendar-every-day =
    { $interval ->
        [one] jeden Tag
       *[other] alle { $interval } Tage
    }
calendar-every-week =
    { $interval ->
        [one] jede Woche
       *[other] alle { $interval } Wochen
    }
calendar-every-month =
    { $interval ->
        [one] jeden Monat
       *[other] alle { $interval } Monate
    }
calendar-every-year =
    { $interval ->
        [one] jedes Jahr
       *[other] alle { $interval } Jahre
    }
calendar-on-weekdays = am { $days }
calendar-weekday-nth = { $nth }. { $weekday }
calendar-weekday-nth-last =
    { $nth ->
        [one] letzten { $weekday }
       *[other] { $nth }.-letzten { $weekday }
    }
calendar-and = { $items } und { $last }
calendar-on-month-days = am { $days }
calendar-month-day = { $day }.
calendar-month-day-last =
    { $nth ->
        [one] letzten Tag
       *[other] { $nth }.-letzten Tag
    }
calendar-in-months = im { $months }
calendar-times = { $count }-mal
calendar-until = bis { $date }
calendar-own-time = das ist { $time }
calendar-except = außer am { $dates }
calendar-contact = Kontakt
calendar-contacts = { $count } Kontakte
calendar-outdated = Eine neuere Fassung dieser Einladung ist schon da.
report-action-failed = Nicht zugestellt an { $who }.
report-action-failed-without-who = Eine Mail wurde nicht zugestellt.
report-action-delayed = Noch nicht zugestellt an { $who }.
report-action-delayed-without-who = Eine Mail ist noch nicht zugestellt.
report-action-delivered = Zugestellt an { $who }.
report-action-delivered-without-who = Eine Mail wurde zugestellt.
report-action-relayed = Die Mail an { $who } ging an einen Server weiter, der nicht meldet, ob er sie zustellt.
report-action-relayed-without-who = Eine Mail ging an einen Server weiter, der nicht meldet, ob er sie zustellt.
report-action-expanded = Die Mail an { $who } wurde zugestellt und an mehrere Leute verteilt.
report-action-expanded-without-who = Eine Mail wurde zugestellt und an mehrere Leute verteilt.
report-reason-unknown-user = Diese Adresse gibt es nicht.
report-reason-unknown-host = Diese Domain (der Teil nach dem @) gibt es nicht.
report-reason-moved = Der Empfänger hat jetzt eine andere Adresse.
report-reason-no-mail-host = Diese Domain nimmt keine Mail an.
report-reason-mailbox-full = Das Postfach dort ist voll.
report-reason-disabled = Das Postfach dort ist abgeschaltet.
report-reason-too-large = Die Mail ist für den Server dort zu groß.
report-reason-spam = Der Server dort hielt die Mail für Spam.
report-reason-authentication = Der Server dort glaubt nicht, dass die Mail von uns kommt. Wer unsere Mail betreibt, kann SPF, DKIM und DMARC prüfen.
report-reason-policy = Die Regeln des Servers dort erlauben es nicht.
report-reason-loop = Die Mail lief im Kreis.
report-reason-network = Der Server dort war nicht zu erreichen.
report-reason-expired = Sie ließ sich nicht rechtzeitig zustellen.
report-reason-rate = Der Server dort nimmt nur begrenzt viel Mail an.
report-reason-refused = Der Server dort hat sie abgelehnt.
report-reason-other = { "" }
report-server-says = Der Server sagt: { $words }
report-about = Die Mail war „{ $subject }“.
report-goes-on-trying = Der Server versucht es von selbst weiter.
report-disposition-displayed = { $who } hat „{ $subject }“ geöffnet.
report-disposition-displayed-without-subject = { $who } hat die Mail geöffnet.
report-disposition-deleted = { $who } hat „{ $subject }“ gelöscht, vielleicht ungelesen.
report-disposition-deleted-without-subject = { $who } hat die Mail gelöscht, vielleicht ungelesen.
report-disposition-denied = Das Mailprogramm von { $who } verrät nicht, ob „{ $subject }“ geöffnet wurde.
report-disposition-denied-without-subject = Das Mailprogramm von { $who } verrät nicht, ob die Mail geöffnet wurde.
report-disposition-failed = Das Mailprogramm von { $who } konnte mit „{ $subject }“ nicht umgehen.
report-disposition-failed-without-subject = Das Mailprogramm von { $who } konnte mit der Mail nicht umgehen.
report-disposition-processed = „{ $subject }“ an { $who } wurde von einem Programm bearbeitet.
report-disposition-processed-without-subject = Die Mail an { $who } wurde von einem Programm bearbeitet.
report-disposition-dispatched = „{ $subject }“ an { $who } wurde weitergeleitet.
report-disposition-dispatched-without-subject = Die Mail an { $who } wurde weitergeleitet.
report-automatic = Das hat das Mailprogramm von selbst getan.
report-feedback-abuse = { $who } hat eine Mail von hier als Spam gemeldet.
report-feedback-fraud = { $who } hat eine Mail von hier als Betrug gemeldet.
report-feedback-virus = In einer Mail von hier an { $who } wurde ein Virus gefunden.
report-feedback-not-spam = { $who } hat dem eigenen Anbieter gemeldet, dass eine Mail von hier kein Spam ist.
report-feedback-auth-failure = Eine Mail an { $who }, die diese Domain als Absender nennt, hat dort die Prüfung des Absenders nicht bestanden.
report-feedback-other = { $who } hat sich über eine Mail von hier beschwert.
report-as-it-came = Der Bericht im Wortlaut
room-nobody-to-mail = Nicht gemailt: Außen gibt es niemanden, an den es gehen könnte. Nehmen Sie mit !mail to name@example.org jemanden auf und schreiben Sie es noch einmal.
room-only-banned-to-mail = Nicht gemailt: Alle, die es bekämen, sind aus diesem Raum verbannt ({ $people }). Um ihnen trotzdem zu schreiben, heben Sie die Verbannung auf oder schreiben Sie !mail to +{ $address } und dann die Nachricht noch einmal.
room-taken-back = Zurückgenommen: nicht gemailt.
room-edited-to-command = Zurückgenommen: nicht gemailt. Auch der Befehl wurde nicht ausgeführt, denn eine Bearbeitung führt keinen aus. Schreiben Sie ihn dazu als neue Nachricht.
room-try-again-hint = Mit „!mail retry“ wird es noch einmal versucht.
room-no-text = (eine Mail ohne Text)
room-no-sender = Eine Mail ohne Absender:
room-new-subject = Betreff: { $subject }
room-from-mail-program = { $name } (aus einem Mailprogramm):
room-shortened = … hier gekürzt; die ganze Mail steht in „{ $name }“.
room-original = Original
room-whole-mail = ganze Mail
room-file-too-large = Die Datei „{ $name }“ ({ $size }) ist zu groß für den Matrix-Server und fehlt deshalb hier. Sie finden sie in der Mail, im Postfach.
room-file-left-out = Die Datei „{ $name }“ ({ $size }) wurde beim Übernehmen dieser Mail weggelassen.
room-import-space = Archiv: { $name }
room-said-for-banned = { $name } ist aus diesem Raum verbannt, deshalb zeige ich, was von dort kam:
room-said-for-kept-out = { $name } darf in diesem Raum nicht schreiben, deshalb zeige ich, was von dort kam:
room-said-for-refused = Der Homeserver hat diesen Teil einer Mail von { $name } nicht angenommen, deshalb zeige ich ihn:
room-said-for-mail-program = { $name } (aus einem Mailprogramm):
puppet-edit-stays = Das kam aus einem Mailprogramm und ist so hinausgegangen, wie es war. Die Änderung sieht nur dieser Raum, sie wird nicht gemailt; was die anderen erreichen soll, schreib als neue Nachricht.
puppet-refused = Der Homeserver nimmt das Token, das ich von dir habe, nicht mehr an; deshalb spreche ich damit nicht mehr als du: Was du in einem Mailprogramm schreibst, sage ich für dich, mit deinem Namen. Wer Mailroom betreibt, kann ein neues in die Konfiguration schreiben (puppets.tokens).
room-without-words-mail = ⚠ Diese Mail fehlt hier ganz oder zum Teil: Die Regeln des Homeservers lassen ihre Worte nicht zu. Nichts ist verloren: Die Mail liegt im Postfach, und „!mail source“ als Antwort hierauf gibt sie heraus.
room-without-words-notice = ⚠ Die Regeln des Homeservers lassen nicht zu, was ich hier sagen wollte.
room-without-words-line = ⚠ Ein Gespräch, dessen erste Worte die Regeln des Homeservers nicht zulassen:
room-login-refused = ⚠ Der Mailserver lehnt die Anmeldung an diesem Postfach ab ({ $protocol }), hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. Die Verwaltung muss das Passwort (oder oauth2) in der Konfiguration berichtigen. Mailroom versucht es von selbst immer seltener wieder, etwa einen Tag lang; „!mail accounts retry“ versucht es sofort.
room-login-ends = ⚠ Der Anbieter lässt Mailroom bis { $time } in dieses Postfach. Davor muss sich jemand neu anmelden: wer Mailroom betreibt, mit „mailroom login { $account }“.
room-no-secret = ⚠ Das Passwort dieses Postfachs fehlt oder lässt sich hier nicht öffnen, darum kommt keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. „mailroom secret sealed“ auf dem Rechner sagt, was nicht stimmt; „mailroom ctl account change { $account } --password-file DATEI“ gibt das Passwort neu ein.
room-not-invited-blocked = ⚠ { $user } nimmt keine Einladungen an, deshalb kann ich dorthin keine schicken. Alle anderen werden eingeladen wie bisher. Wer im Space ist, kann dessen Räume selbst betreten; für neue Einladungen müssen dort Einladungen von { $bot } erlaubt werden.
room-not-invited-refused = ⚠ Der Homeserver lässt mich { $user } nicht einladen ({ $code }). Alle anderen werden eingeladen wie bisher. Warum, weiß, wer den Homeserver betreibt.
room-not-readable-subject = Mail, die sich nicht lesen ließ
room-moved-on = Dieser Raum wurde durch einen anderen ersetzt. Bitte machen Sie dort weiter.
room-moved-on-not-mailed = Nicht gemailt: Dieser Raum wurde durch einen anderen ersetzt. Bitte schreiben Sie es dort.
room-followed = Das Gespräch geht hier weiter: Was in diesem Raum geschrieben wird, geht als E-Mail hinaus.
inbox-name = { $account } – Posteingang
inbox-lobby-name = { $account } – Moderation
inbox-no-subject = (ohne Betreff)
inbox-only-files =
    { $count ->
        [one] eine Datei
       *[other] { $count } Dateien
    }
inbox-begun-by = { $name } (wir)
inbox-again = { $name } (noch einmal)
thread-reason-report = sie ist ein Bericht über eine Mail von uns in diesem Gespräch
thread-reason-moved = sie antwortet auf eine Mail, die jemand hierher verschoben hat
thread-reason-own-id = sie antwortet auf eine Mail, die aus diesem Gespräch gesendet wurde
thread-reason-beside = sie antwortet aus dem Gespräch neben diesem, und ihr Absender nimmt nur hier teil
thread-reason-same-id = sie trägt dieselbe Nummer (Message-ID) wie eine Mail dieses Gesprächs, mit anderem Inhalt
thread-reason-token = sie ging an die Adresse, die unsere Mails dieses Gesprächs für Antworten nennen
thread-reason-in-reply-to = sie antwortet auf eine Mail dieses Gesprächs, und ihr Absender nimmt teil
thread-reason-references = sie verweist auf eine Mail dieses Gesprächs, und ihr Absender nimmt teil
thread-reason-alias = sie antwortet auf eine Mail von uns, unter der Nummer, die der Mailserver ihr gab
thread-reason-referenced-by = eine Mail dieses Gesprächs, die früher ankam, antwortet auf diese
thread-reason-sibling = sie antwortet auf dieselbe Mail wie eine andere hier; jene Mail selbst fehlt uns
thread-reason-thread-index = Outlook kennzeichnet sie als Teil desselben Gesprächs wie eine Mail in diesem Raum, und ihr Absender nimmt teil
thread-reason-list-room = sie kam über die Liste, für die dieser Raum da ist
thread-reason-digest = sie ging an viele und braucht keine Antwort: Solche Mail teilt sich einen Raum
thread-reason-no-references = sie antwortet auf nichts und begann daher dieses Gespräch
thread-reason-unknown-references = sie antwortet nur auf Mails, die dieses Konto nicht hat, und begann daher dieses Gespräch
thread-reason-changed-subject = sie antwortet auf ein anderes Gespräch, aber mit neuem Betreff und ohne es zu zitieren, und begann daher ein eigenes
thread-reason-not-a-participant = sie nennt eine Mail eines anderen Gesprächs, an dem ihr Absender nicht teilnimmt, und begann daher ein eigenes
thread-reason-own = sie wurde in diesem Raum geschrieben
thread-reason-answer = sie wurde in diesem Raum als Antwort geschrieben
thread-why-other = sie ließ sich nicht ganz lesen ({ $reason }), deshalb entschied allein ihr Kopf
thread-why-placed = { $user } hat sie hierher verschoben
thread-why-belongs-same-organisation = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, gehört aber zur selben Organisation wie jemand, der teilnimmt
thread-why-belongs-names-participants = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, schreibt aber an jemanden, der teilnimmt
thread-why-belongs-other = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, ist aber geprüft oder hatte hier schon geschrieben
thread-changed-subject-here = Das antwortet auf ein anderes Gespräch, aber mit neuem Betreff, und hat deshalb einen eigenen Raum. Das andere:
thread-changed-subject-there = Eine Antwort auf dieses Gespräch hat einen neuen Betreff und begann deshalb ein eigenes Gespräch:
thread-stranger-here = Das bezieht sich auf ein anderes Gespräch, an dem der Absender nicht teilnimmt, und hat deshalb einen eigenen Raum. Das andere:
thread-stranger-there = Jemand, der an diesem Gespräch nicht teilnimmt, bezieht sich in einer Mail darauf. Diese Mail steht nicht hier, sondern in einem eigenen Raum:
thread-no-subject = (ohne Betreff)
thread-verified-now = Dieselbe Mail kam noch einmal, und diesmal ist ihr Absender geprüft.
thread-came-directly = Dieselbe Mail kam noch einmal, unmittelbar von { $address }, und dieser Absender ist geprüft.
thread-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht, um die es geht.
thread-no-mail = Diese Nachricht ist keine Mail dieses Gesprächs.
thread-which-room = Bitte schreiben Sie hinter den Befehl, welcher Raum: einen Link dorthin, seine Adresse oder seine Kennung.
thread-no-room = Das ist nicht der Raum eines Gesprächs dieses Kontos.
thread-same-room = Das ist schon dieser Raum: Es wurde nichts verschoben.
thread-nothing-here = In diesem Gespräch ist keine Mail.
thread-too-many = Es wurde nichts verschoben: Das wären { $count } Mails, auf einmal gehen höchstens { $most }.
thread-first-stays = Mit dieser Nachricht beginnt das Gespräch: Es gibt nichts abzutrennen.
thread-moved-to =
    { $count ->
        [one] Eine Mail ist jetzt in:
       *[other] { $count } Mails sind jetzt in:
    }
thread-moved-away = Verschoben nach:
thread-moved-here =
    { $count ->
        [one] { $user } hat eine Mail hierher verschoben. Das Original:
       *[other] { $user } hat { $count } Mails hierher verschoben. Die Originale:
    }
thread-original = Nachricht { $place }
thread-goes-on-there = Nicht gemailt: Dieses Gespräch geht in einem anderen Raum weiter. Bitte schreiben Sie es dort:
thread-answer-there = Nicht gemailt: Die beantwortete Nachricht wurde in einen anderen Raum verschoben. Bitte antworten Sie dort:
sender-not-verified = nicht geprüft
sender-group-only = nur eine Gruppe sagt das
sender-failed = Prüfung nicht bestanden
sender-not-their-name = verdächtiger Name
sender-claims = ⚠ Eine Mail, die angeblich von { $claim } kommt, aber die Prüfung des Absenders nicht bestanden hat:
sender-suspected = ⚠ Eine verdächtige Mail wartet auf eine Entscheidung; bis dahin wird sie in ihrem Gespräch nicht gezeigt. Sie kommt angeblich von { $claim }.
sender-suspected-reason-internal-claimed = Das ist eine Ihrer eigenen Adressen, und nichts belegt, dass die Mail von dort kommt.
sender-suspected-reason-dmarc-policy = Sie hat die Prüfung des Absenders nicht bestanden, und der Inhaber dieser Domain bittet darum, solche Mail nicht anzunehmen.
sender-suspected-subject = Betreff: { $subject }
sender-suspected-how = Die Reaktion ✅ zeigt sie (gekennzeichnet) in ihrem Gespräch, ❌ lässt sie weg; ebenso die Antwort !mail accept oder !mail refuse.
sender-accepted = Angenommen: Sie wird in ihrem Gespräch gezeigt, gekennzeichnet.
sender-refused = Abgewiesen: Sie wird nicht gezeigt. Im Postfach bleibt sie.
sender-suspected-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht über die verdächtige Mail.
sender-not-suspected = Hinter dieser Nachricht wartet keine verdächtige Mail (mehr).
sender-why-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht, um die es geht.
sender-why-unknown = Zu dieser Nachricht gehört keine Mail.
sender-why-thread = In diesem Gespräch, weil: { $reason }
sender-why-sender = Absender: { $verdict }. Entschieden hat: { $reason }.
sender-verdict-pass = geprüft
sender-verdict-fail = Prüfung nicht bestanden
sender-verdict-unchecked = nicht geprüft
sender-reason-submission = eine Anmeldung an unserem eigenen Mailserver zum Senden
sender-reason-auth = unser Mailserver sagt, dass der Absender angemeldet war
sender-reason-dmarc = die Regeln der Domain des Absenders (DMARC)
sender-reason-dkim = die Signatur der Domain (DKIM)
sender-reason-spf = der Server, von dem sie kam (SPF)
sender-reason-arc = das Wort eines vertrauten Servers, der sie weitergab (ARC)
sender-reason-no-from = die Mail nennt keinen Absender
sender-reason-several-from = die Mail nennt mehrere Absender
sender-reason-group = nur die Gruppe, über die sie kam, sagt, wer sie schrieb
sender-reason-other-login = zum Senden war jemand anderes angemeldet
sender-reason-nothing-proven = nichts belegt, wer sie gesendet hat
sender-reason-no-results = niemand hat es geprüft
sender-reason-not-readable = die Mail ließ sich nicht lesen
sender-why-ours = Absender: von uns, keine Prüfung nötig.
sender-why-marked = Gekennzeichnet, weil: { $marks }.
sender-mark-failed = sie hat die Prüfung nicht bestanden
sender-mark-other-login = zum Senden war jemand anderes angemeldet
sender-mark-no-from = sie nennt keinen Absender
sender-mark-several-from = sie nennt mehrere Absender
sender-mark-group = ihr Absender ist eine Gruppe, keine Person
sender-mark-unchecked = ihr Absender ist nicht geprüft
sender-mark-group-only = nur eine Gruppe sagt, wer sie schrieb
sender-mark-newcomer = ihr Absender ist neu in diesem Gespräch
sender-mark-imitates = ihr Name ist der von jemandem von Ihnen oder eines Ihrer Konten
sender-mark-address-in-name = ihr Name ist eine andere Adresse
sender-mark-turned-name = ihr Name enthält Zeichen, die die Schreibrichtung umkehren
sender-mark-mixed-scripts = ihr Name mischt Buchstaben mehrerer Alphabete
sender-why-by = · { $said } (sagt { $by })
admission-mark = neu hier
admission-joined = ⚠ { $person } ist neu hier: als Antwort auf eine Mail, die an jemand anderen ging.
admission-joined-how = Mit der Reaktion ✅ nehmen sie teil, mit ❌ wird in diesem Raum keine Mail mehr von ihnen gezeigt; ebenso mit der Antwort !mail allow oder !mail block. Bis dahin geht keine Antwort an sie, es sei denn, Sie antworten auf ihre Nachricht.
admission-colleague-joined = { $person } schreibt hier zum ersten Mal: geprüft und aus derselben Organisation ({ $domain }) wie jemand, der teilnimmt.
admission-colleague-joined-how = Antworten gehen erst an sie, wenn Sie oder jemand, der teilnimmt, ihnen schreiben, oder mit der Reaktion ✅. Eine Antwort auf ihre Nachricht geht an sie; mit ❌ wird in diesem Raum keine Mail mehr von ihnen gezeigt.
admission-welcomed = { $address } nimmt ab jetzt teil.
admission-refused = Mail von { $address } wird in diesem Raum nicht mehr gezeigt.
admission-whom = Bitte sagen Sie, wen: !mail block bob@example.org, oder eine Domain, oder als Antwort auf eine Nachricht.
admission-no-pattern = „{ $text }“ ist weder eine Adresse noch eine Domain (* steht für Beliebiges).
admission-blocked = Im ganzen Konto gesperrt: { $pattern }. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.
admission-blocked-here = In diesem Raum gesperrt: { $pattern }. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.
admission-allowed = Im ganzen Konto zugelassen: { $pattern }. Solche Leute nehmen ohne Nachfrage teil, wenn sie geprüft sind.
admission-allowed-here = In diesem Raum zugelassen: { $pattern }. Solche Leute nehmen ohne Nachfrage teil, wenn sie geprüft sind.
admission-dropped = Zu { $pattern } gibt es keine Regel mehr.
admission-not-there = Zu { $pattern } gibt es hier keine Regel.
admission-no-rules = Es gibt keine Regeln darüber, wer teilnehmen darf.
admission-rules = Regeln darüber, wer teilnehmen darf:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in diesem Raum
admission-of-config = aus der Konfiguration
admission-more = … und { $count } weitere
admission-not-shown = Mails, die in den letzten { $days } Tagen nicht gezeigt wurden: { $count }
admission-not-shown-why-blocked = gesperrt durch { $detail }
admission-not-shown-why-refused = von Leuten, die in einem Raum abgewiesen wurden
admission-not-shown-why-newcomer = von jemandem, der in einem Gespräch neu war
admission-not-shown-why-lists-ignored = von Mailinglisten
admission-not-shown-why-bulk-ignored = Newsletter und andere Mail an viele
admission-open = Dieser Raum ist offen: Wer auf eine seiner Mails antwortet und geprüft ist, nimmt teil.
admission-asked = Dieser Raum ist nicht offen: Ob Mail von jemand Neuem gezeigt oder abgewiesen wird, ist für das ganze Konto eingestellt.
admission-only-in-thread = Das geht nur im Raum eines Gesprächs.
admission-refusal-subject = Nicht zugestellt: { $subject }
admission-refusal-subject-without-subject = Ihre Nachricht wurde nicht zugestellt
admission-refusal-undelivered = Ihre Nachricht an { $account } wurde den Menschen hinter dieser Adresse nicht zugestellt: Sie nehmen an diesem Gespräch nicht teil, oder von Ihnen wird dort keine Mail angenommen.
admission-refusal-other-way = Wenn die Nachricht gelesen werden soll, nutzen Sie bitte einen anderen Weg.
admission-refusal-program = Diesen Hinweis hat ein Programm geschrieben. Bitte antworten Sie nicht darauf.
admission-automatic = Automatische Mail von { $person }:
admission-digest = Newsletter
admission-reply-to-answer = Nicht gemailt: In diesen Raum kommt Mail von vielen, deshalb ist nicht klar, an wen es gehen soll. Schreiben Sie es als Antwort auf die Nachricht, die Sie beantworten wollen.
overflow-room = Wartende Mails
overflow-mail = Eine Mail von { $from } wartet hier und wird noch nicht gezeigt: Von außen kam binnen einer Stunde zu viel neue Mail.
overflow-how = ✅ lässt sie herein, ❌ lässt sie weg (sie bleibt im Postfach). !mail overflow let-in lässt alle herein.
overflow-how-all = !mail overflow let-in lässt alle herein, !mail overflow discard lässt alle weg. Als Antwort auf eine davon geschrieben, gilt es nur für diese.
overflow-waiting = { $count ->
    [one] Eine Mail wartet
   *[other] { $count } Mails warten
  } auf Einlass.
overflow-none = Es wartet keine Mail auf Einlass.
overflow-not-there = Hinter dieser Nachricht wartet keine Mail (mehr).
overflow-let-in = { $count ->
    [one] Sie ist hereingelassen.
   *[other] { $count } Mails sind hereingelassen.
  }
overflow-discarded = { $count ->
    [one] Sie wird nicht gezeigt; sie bleibt im Postfach.
   *[other] { $count } Mails werden nicht gezeigt; sie bleiben im Postfach.
  }
old-mail-waits = { $count ->
    [one] Eine Mail im Postfach ist älter als dieses Konto und wartet.
   *[other] { $count } Mails im Postfach sind älter als dieses Konto und warten. Vermutlich hat jemand sie dorthin kopiert oder verschoben.
  }
old-mail-between = Ins Postfach kamen sie zwischen { $from } und { $to }.
old-mail-of = Ins Postfach kamen sie am { $day }.
old-mail-how = ✅ zeigt sie still: Jedes Gespräch bekommt seinen Raum, niemand wird eingeladen oder benachrichtigt. ❌ lässt sie ungezeigt im Postfach.
old-mail-how-else = !mail old as-new behandelt sie wie eben gekommene Mail, mit Einladungen und Zeilen im Posteingang.
old-mail-answers = Bis jemand entscheidet, warten sie. Wer auf eine von ihnen antwortet, bringt ihr Gespräch mit.
old-mail-over = Hier wartet keine alte Mail mehr.
old-mail-none = Keine alte Mail wartet.
old-mail-quietly = { $count ->
    [one] Die Mail wird still gezeigt.
   *[other] { $count } Mails werden still gezeigt, die ältesten zuerst. Ihre Räume stehen im Space.
  }
old-mail-as-new = { $count ->
    [one] Die Mail kommt als neue herein.
   *[other] { $count } Mails kommen als neue herein.
  }
old-mail-left = { $count ->
    [one] Die Mail wird nicht gezeigt; sie bleibt im Postfach.
   *[other] { $count } Mails werden nicht gezeigt; sie bleiben im Postfach.
  }
old-mail-left-before = { $count ->
    [one] Eine alte Mail wurde früher im Postfach gelassen.
   *[other] { $count } alte Mails wurden früher im Postfach gelassen.
  }
old-mail-decided = { $count ->
    [one] Über eine Mail wurde entschieden.
   *[other] Über { $count } Mails wurde entschieden.
  }
recipients-why-sender-only = nur an { $address }, wie gewünscht
recipients-why-chosen = so wurde es in diesem Raum festgelegt; !mail to, !mail cc und !mail bcc ändern es
recipients-bcc = Blindkopie (sieht sonst niemand)
recipients-first-time = Die erste Mail von hier an { $people }. Sie geht in { $seconds } Sekunden hinaus; bis dahin hält ❌ an Ihrer Nachricht sie auf.
recipients-kept-inside = Nicht gemailt: Was im Thread einer Notiz steht, bleibt in diesem Raum. Schreiben Sie es außerhalb dieses Threads, um es zu mailen.
recipients-notice-answered = Nicht gemailt: Eine Antwort auf eine Nachricht von mir bleibt in diesem Raum. Um es zu mailen, schreiben Sie es als eigene Nachricht oder als Antwort auf eine Mail.
recipients-like-command = Nicht gemailt, weil es wie ein Befehl an mich beginnt.
recipients-mail-it-all = Um es so zu mailen, schreiben Sie !reply davor.
recipients-none = niemand
recipients-not-verified = Vorsicht: Es ist nicht geprüft, wer die Mail gesendet hat, auf die Sie antworten.
recipients-left-out = Ausgelassen, weil Mail dorthin zurückkam: { $people }. !mail unpause ADRESSE sendet wieder dorthin.
recipients-nobody-left = Eine Antwort bekäme zurzeit niemand.
recipients-will-quote = Die nächste Mail zitiert das bisherige Gespräch, damit { $people } ihm folgen kann.
recipients-ghost-added = { $person } bekommt ab Ihrer nächsten Nachricht eine Kopie jeder Mail; die erste zitiert das bisherige Gespräch. Um das zu beenden, entfernen Sie die Person aus dem Raum.
recipients-ghost-added-known = { $person } bekommt ab Ihrer nächsten Nachricht eine Kopie jeder Mail. Um das zu beenden, entfernen Sie die Person aus dem Raum.
recipients-ghost-dropped = { $address } bekommt keine Mails dieses Gesprächs mehr, bis von dort wieder eine kommt. Um die Person vorher wieder aufzunehmen, laden Sie sie ein oder schreiben Sie !mail cc +{ $address }
recipients-ghost-banned = { $address } ist aus diesem Raum verbannt und bekommt keine Mails dieses Gesprächs mehr, auch nicht, wenn von dort wieder eine kommt. Verloren geht davon nichts: Ich zeige es hier an ihrer Stelle.
recipients-ghost-banned-how = Um wieder dorthin zu senden, heben Sie die Verbannung auf oder schreiben Sie !mail to +{ $address }. Um keine Mail mehr von dort zu sehen, schreiben Sie !mail block { $address }
recipients-ghost-unbanned = { $address } ist nicht mehr aus diesem Raum verbannt und bekommt die Mails dieses Gesprächs wieder.
recipients-ghost-not-added = { $address } wurde nicht aufgenommen: Das ist eine Adresse dieses Kontos oder niemandes Adresse.
recipients-unreadable = „{ $what }“ ist keine Mailadresse. So wird es benutzt: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } wurde ausgelassen: Das ist eine Adresse dieses Kontos.
recipients-from = Mails dieses Gesprächs gehen von { $address } hinaus.
recipients-not-own = { $address } ist keine Adresse dieses Kontos. Es hat: { $own }
recipients-subject = Der Betreff ist: { $subject }
recipients-subject-set = Ab der nächsten Mail ist der Betreff: { $subject }. Manche Mailprogramme zeigen das als ein anderes Gespräch.
recipients-sender-only = Ab der nächsten Nachricht bekommt nur der Absender der Mail, auf die Sie antworten, die Antwort. !mail reply-to-sender off beendet das.
recipients-to-all-again = Ab der nächsten Nachricht gehen Antworten wieder an alle.
recipients-quoted-thread = Das bisherige Gespräch:
compose-ask-account = Von welchem Konto soll es gesendet werden? Schreiben Sie eines von: { $accounts }.
compose-ask-to = An wen? Schreiben Sie eine oder mehrere Mailadressen.
compose-ask-subject = Wie lautet der Betreff? Schreiben Sie - für keinen.
compose-cancel-hint = { $command } bricht ab.
compose-not-understood = Das habe ich nicht verstanden.
compose-cancelled = In Ordnung: Es wurde kein Gespräch begonnen.
compose-nothing-to-cancel = Hier gibt es nichts abzubrechen.
compose-begun = Ein Gespräch mit { $people } beginnt in einem eigenen Raum:
compose-room = Raum
compose-welcome = Ein neues Gespräch: Was Sie hier schreiben, geht als E-Mail von { $from } an { $people }.
compose-subject = Betreff: { $subject }
compose-subject-from-words = Die ersten Worte Ihrer ersten Nachricht werden der Betreff, wenn Sie vorher keinen festlegen: !mail subject …
compose-first-is-mail = Ihre erste Nachricht ist die erste Mail. !mail to, !mail cc und !mail bcc ändern, wer sie bekommt.
compose-wrote = { $name } schrieb:
compose-ask-account-here = Noch wird nichts gemailt: Von welchem Konto soll es gesendet werden? Schreiben Sie eines von: { $accounts }
compose-may-not = Sie dürfen hier keine Gespräche per Mail beginnen. Fragen Sie jemanden aus dem Team eines Mailkontos oder die Verwaltung dieses Servers.
compose-encrypted = Nichts wurde gemailt: Dieser Raum ist verschlüsselt, und ich kann ihn nicht lesen. Bitte legen Sie einen ohne Verschlüsselung an.
forward-to-whom = An wen? Schreiben Sie eine Adresse dahinter: !mail forward bob@example.org Können Sie sagen, was das ist?
forward-own-address = { $address } ist eine Adresse dieses Kontos: Nichts wurde weitergeleitet.
forward-takes-part = { $address } nimmt an diesem Gespräch teil: Schreiben Sie hier, was dort gelesen werden soll. Nichts wurde weitergeleitet.
forward-unreadable = Diese Mail kann hier nicht gelesen und daher nicht weitergeleitet werden.
forward-begun = { $name } leitet diese Mail an { $people } weiter. Die Antworten kommen in einen eigenen Raum, und niemand aus diesem Gespräch erhält sie. ❌ auf dieser Nachricht hält die Mail auf, bis sie hinausgegangen ist:
forward-aside = Nebenbei gefragt aus einem anderen Gespräch; dessen Teilnehmer erhalten nichts von hier:
forward-wrote = { $name } leitet eine Mail weiter:
forward-not-verified = Vorsicht: Es ist nicht geprüft, wer die Mail gesendet hat, die hier weitergeleitet wird.
forward-shown-shortened = [Hier gekürzt; die Mail geht ganz hinaus.]
forward-files = Dateien: { $names }
forward-stopped = Zurückgenommen: Die Mail wird nicht weitergeleitet.
forward-too-late = Zu spät: Die Mail wurde schon weitergeleitet.
forward-apart-first = In dieser Mail stehen auch { $people }. Sie gehören zu dem Gespräch, neben dem dieses begonnen wurde; sie bleiben hier außen vor und erhalten von hier keine Antwort:
forward-apart-asked = In dieser Mail stehen auch { $people }. Sie wurden nur nebenbei gefragt und erhalten von hier keine Antwort, es sei denn, !mail cc nennt sie:
forward-not-here = { $people } kann hier nicht dazukommen: gehört zu dem Gespräch, neben dem dieses begonnen wurde, und soll nicht sehen, was hier geschrieben wird. Schreiben Sie bitte dort.
forward-stays-apart = Eines dieser Gespräche wurde neben dem anderen begonnen: Sie bleiben getrennt, damit niemand aus dem einen das andere liest. Nichts wurde verschoben.
forward-answered = { $name } hat nebenbei geantwortet. Zum Zurückschreiben in den Raum jenes Gesprächs gehen:
outgoing-some-message = (eine Nachricht im Chat)
outgoing-some-room = (ein Chatraum)
outgoing-spoiler-label = [verdeckt: { $reason }]
outgoing-spoiler-label-without-reason = [verdeckt, zum Lesen markieren]
outgoing-wrote = { $name } schrieb:
outgoing-wrote-at = Am { $day }.{ $month }.{ $year } um { $time } schrieb { $name }:
outgoing-attached = Angehängt: { $name } ({ $size })
outgoing-attached-without-size = Angehängt: { $name }
outgoing-voice-message-file = Sprachnachricht
outgoing-voice-message = Sprachnachricht ({ $duration }), angehängt
outgoing-voice-message-without-duration = Sprachnachricht, angehängt
outgoing-audio = Tonaufnahme: { $name } ({ $duration }), angehängt
outgoing-audio-without-duration = Tonaufnahme: { $name }, angehängt
outgoing-video = Video: { $name } ({ $duration }), angehängt
outgoing-video-without-duration = Video: { $name }, angehängt
outgoing-sticker = [Sticker: { $name }]
outgoing-location = Standort: { $description }
outgoing-location-without-description = Standort:
outgoing-poll = Umfrage: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Antworten Sie mit der Nummer Ihrer Wahl.
       *[other] Antworten Sie mit den Nummern Ihrer Wahl, höchstens { $choices }.
    }
outgoing-forwarded-by = Nachricht, weitergeleitet von { $name }
outgoing-forwarded-from = Von: { $people }
outgoing-forwarded-date = Datum: { $day }.{ $month }.{ $year } { $time }
outgoing-forwarded-subject = Betreff: { $subject }
outgoing-forwarded-to = An: { $people }
outgoing-forwarded-cc = Kopie: { $people }
outgoing-forwarded-not-verified = Es ist nicht geprüft, wer diese Nachricht gesendet hat.
outgoing-forwarded-encrypted = Diese Nachricht ist verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
outgoing-forwarded-too-long = Diese Nachricht ist zu lang, um hier ganz zu stehen; sie ist unverändert angehängt.
guests-mail-left =
  { $count ->
    [one] { $count } weitere Nachricht steht nicht in dieser Mail. Sie steht im Raum:
   *[other] { $count } weitere Nachrichten stehen nicht in dieser Mail. Sie stehen im Raum:
  }
guests-mail-in-room = Im Raum
guests-mail-thread = Im Thread „{ $words }“
guests-mail-file-there = im Raum
guests-mail-why = Sie nehmen an „{ $room }“ per Mail teil: Was Sie antworten, wird dort gesagt.
guests-mail-choices = Wie oft möchten Sie Mail? Antworten Sie mit einem dieser Wörter allein in der ersten Zeile: { $now }, { $hourly }, { $daily } oder { $pause }. Um nichts mehr zu bekommen, antworten Sie mit STOP.
guests-word-now = sofort
guests-word-hourly = stündlich
guests-word-daily = täglich
guests-word-pause = pause
guests-chosen-subject = Wie oft Sie Mail bekommen
guests-chosen-now = Ab jetzt bekommen Sie nach jeder Pause des Gesprächs, was gesagt wurde, und sofort, was Sie erwähnt.
guests-chosen-hourly = Ab jetzt bekommen Sie höchstens eine Mail in der Stunde, und sofort, was Sie erwähnt.
guests-chosen-daily = Ab jetzt bekommen Sie eine Mail am Tag, und sofort, was Sie erwähnt.
guests-chosen-pause = Sie bekommen vorerst nichts, aus keinem Raum. Wenn Sie wieder Mail möchten, antworten Sie mit: { $now }
delivery-mail-of = Mail vom { $time }, von { $author }:
delivery-standing-waiting = wartet auf den Versand
delivery-standing-held = lässt sich noch ändern
delivery-standing-deferred = der Mailserver nimmt sie noch nicht an; es wird von selbst weiter versucht
delivery-standing-accepted = dem Mailserver übergeben
delivery-standing-refused = abgelehnt
delivery-standing-paused = nicht gesendet, die Adresse pausiert
delivery-standing-delayed = verzögert, der Server dort versucht es weiter
delivery-standing-bounced = nicht zugestellt
delivery-standing-delivered = zugestellt
delivery-standing-relayed = an einen Server weitergegeben, der nicht meldet, ob er sie zustellt
delivery-standing-expanded = zugestellt und an mehrere Leute verteilt
delivery-standing-read = geöffnet
delivery-standing-unknown = vielleicht gesendet, vielleicht nicht: Am Ende brach die Verbindung ab
delivery-claimed = ein Bericht, den jeder geschrieben haben kann, sagt: { $standing }
delivery-status-reply-unknown = Zu dieser Nachricht gehört keine Mail von uns.
delivery-not-handed = Noch nicht gesendet an { $address }: Der eigene Mailserver kann die Mail zurzeit nicht annehmen. Es wird weiter versucht. ({ $words })
delivery-passed = Eine spätere Nachricht dieses Gesprächs geht jetzt vor dieser hinaus: Diese hat der Mailserver noch nicht angenommen. Es wird weiter versucht.
delivery-unseen = Das ist noch nicht gemailt: Der Matrix-Server lässt mich diesen Raum gerade nicht lesen, und so sehe ich nicht, ob Sie es geändert oder gelöscht haben. Ich versuche es weiter; es wird gemailt, sobald ich nachgesehen habe.
delivery-unproven = Nichts belegt, dass dieser Bericht von einem Mailserver kommt: Jeder, der die Mail hat, könnte ihn geschrieben haben. Deshalb hat er nichts geändert.
delivery-paused-now = An { $address } wird nichts mehr gesendet, bis jemand !mail unpause { $address } schreibt
delivery-paused-since = An { $address } wird seit { $date } nichts gesendet: { $why } !mail unpause { $address } versucht es wieder.
delivery-paused-since-without-why = An { $address } wird seit { $date } nichts gesendet. !mail unpause { $address } versucht es wieder.
delivery-left-out = { $address } bekommt diese und die nächsten Mails hier nicht: Seit { $date } wird dorthin nichts gesendet. { $why } Stimmt die Adresse wieder, sendet !mail unpause { $address } dorthin, was hier zurückgehalten wurde, und die nächsten Mails.
delivery-left-out-without-why = { $address } bekommt diese und die nächsten Mails hier nicht: Seit { $date } wird dorthin nichts gesendet. Stimmt die Adresse wieder, sendet !mail unpause { $address } dorthin, was hier zurückgehalten wurde, und die nächsten Mails.
delivery-others-get-it = Die anderen bekommen diese Mail; ✔️ darauf gilt für sie. Das sage ich in diesem Raum einmal.
delivery-nobody-left = Also bekommt niemand diese Nachricht: Sie wird nicht gemailt. Nach diesem Befehl geht sie hinaus. Soll sie an eine andere Adresse, dann !mail to ADRESSE schreiben und sie noch einmal sagen.
delivery-unpaused =
    { $mails ->
        [0] An { $address } wird wieder gesendet.
        [one] An { $address } wird wieder gesendet. Eine Mail, die darauf gewartet hat, geht jetzt hinaus.
       *[other] An { $address } wird wieder gesendet. { $mails } Mails, die darauf gewartet haben, gehen jetzt hinaus.
    }
delivery-not-paused = Nichts zu tun: An { $address } wird gesendet wie immer.
delivery-no-address = Das ist keine Mailadresse. So wird es benutzt: !mail unpause bob@example.org
brakes-stopped = Angehalten: Dies wurde nicht gemailt. { $why }
brakes-why-came-back = Die Mail, auf die es antwortet, ist schon einmal durch dieses Postfach gegangen.
brakes-why-repeated = Es beantwortet eine Mail binnen einer Minute, und dieselben Worte sind mehrmals zurückgekommen.
brakes-why-rate = Es beantwortet binnen einer Minute eine Mail, die uns zu antworten scheint, und mehrere davor taten das auch, wie wenn zwei Automaten einander antworten.
brakes-why-first = Es beantwortet binnen zehn Sekunden eine Mail, die ein Gespräch beginnt. Das taten auch mehrere Antworten davor an denselben Absender, und bald nach jeder kam eine neue Mail, wie wenn zwei Automaten einander antworten.
brakes-why-stopped = In diesem Gespräch wurde schon eine Antwort angehalten; weitere, die binnen einer Minute kommen, werden es auch.
brakes-why-received = Die Mail, auf die es antwortet, ist durch zu viele Server gegangen.
brakes-why-steady = Dieses Gespräch hatte in einer Stunde oder an einem Tag mehr Antworten, als Menschen schreiben.
brakes-stopped-how = Hat ein Mensch das geschrieben? Die Reaktion ✅ auf diese Nachricht (oder !mail brake reset) mailt es und was mit ihm wartet; ❌ verwirft sie.
brakes-slow-passes = Wer sich mehr als eine Minute Zeit nimmt, wird gemailt wie immer.
brakes-released =
    { $count ->
        [0] Freigegeben; es hatte nichts gewartet.
        [one] Freigegeben: Eine Mail geht hinaus.
       *[other] Freigegeben: { $count } Mails gehen hinaus.
    }
brakes-cancelled =
    { $count ->
        [one] Verworfen: Eine Mail geht nicht hinaus.
       *[other] Verworfen: { $count } Mails gehen nicht hinaus.
    }
brakes-none = Hier ist nichts angehalten.
brakes-thread = Angehalten seit { $since }: „{ $subject }“, { $mails } Mails warten
brakes-reset-how = Schreiben Sie !mail brake reset in den Raum des Gesprächs, um sie zu mailen.
brakes-tripped-volume = ⚠ Alle ausgehende Mail ist angehalten: { $count } Mails in zehn Minuten sind mehr, als Menschen hier schreiben.
brakes-tripped-refusals = ⚠ Alle ausgehende Mail ist angehalten: { $count } Mails wurden in zehn Minuten abgewiesen, die meisten der gesendeten.
brakes-tripped-how = Nichts ist verloren: Die Mails warten. Bitte finden Sie heraus, was so viel sendet, und schreiben Sie dann !mail breaker reset (oder rufen Sie „mailroom breaker reset“ auf); dann gehen sie hinaus.
brakes-open = Alle ausgehende Mail ist seit { $since } angehalten; { $waiting } Mails warten.
brakes-closed = Ausgehende Mail ist nicht angehalten: { $sent } Mails in den letzten zehn Minuten.
brakes-reset = Ausgehende Mail ist nicht mehr angehalten (das sagte { $by }); { $waiting } wartende Mails gehen jetzt hinaus.
brakes-not-open = Ausgehende Mail ist nicht angehalten.
helpdesk-span-minute =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
helpdesk-claimed = Sie kümmern sich jetzt um dieses Gespräch.
helpdesk-had-by = { $name } kümmert sich um dieses Gespräch. Um es jemand anderem zu geben, schreiben Sie !mail assign und den Namen.
helpdesk-had-by-invited = { $name } kümmert sich um dieses Gespräch, und Sie sind in seinen Raum eingeladen. Um es jemand anderem zu geben, schreiben Sie !mail assign und den Namen.
helpdesk-had-already = Sie kümmern sich schon um dieses Gespräch.
helpdesk-unclaimed = Um dieses Gespräch kümmert sich jetzt niemand. Mit !mail claim oder der Reaktion 👀 übernehmen Sie es.
helpdesk-gave-back = { $name } hat den Raum verlassen. Um dieses Gespräch kümmert sich jetzt niemand.
helpdesk-declined = { $name } hat die Einladung abgelehnt. Um dieses Gespräch kümmert sich jetzt niemand.
entry-crowded = An einem Tag kamen mehr als { $count } neue Gespräche. Von jetzt an wird niemand mehr in jeden neuen Raum eingeladen.
entry-crowded-how = Der Posteingang hat für jedes eine Zeile. 👀 auf einer Zeile, oder !mail claim mit ihrem Link, übernimmt das Gespräch und lädt Sie in seinen Raum ein. Ist es erledigt, verlassen Sie den Raum; über den Space oder mit 👀 auf seiner Zeile können Sie jederzeit zurück.
entry-crowded-back = invite: everyone in der Konfiguration bringt die Einladungen zurück.
entry-done = Dieses Gespräch ist erledigt. Über den Space können Sie zurückkommen.
entry-claim-which = Welches Gespräch? Antworten Sie mit !mail claim auf seine Zeile im Posteingang, oder geben Sie den Link zu seinem Raum an: !mail claim LINK.
helpdesk-nobody-has-it = Nichts zu tun: Um dieses Gespräch kümmerte sich niemand.
helpdesk-assigned = { $name } kümmert sich jetzt um dieses Gespräch.
helpdesk-assigned-to-you = { $by } hat Ihnen dieses Gespräch übergeben.
helpdesk-not-found = Niemand im Team heißt „{ $text }“, oder mehrere heißen so. Schreiben Sie den ganzen Matrix-Namen, etwa @name:server.
helpdesk-claim-lapsed = { $name } hat nicht rechtzeitig geantwortet, deshalb kümmert sich jetzt niemand um dieses Gespräch. Mit !mail claim oder der Reaktion 👀 übernehmen Sie es.
helpdesk-is-answering = { $name } antwortet hier gerade.
helpdesk-has-it = { $name } kümmert sich um dieses Gespräch.
helpdesk-still-goes = Ihre Antwort geht trotzdem hinaus; ❌ darauf hält sie an.
helpdesk-came-meanwhile = Bevor dies gemailt wurde, kam eine neue Mail von { $from }. Ihre Nachricht geht trotzdem hinaus, etwas später; ❌ darauf hält sie an.
helpdesk-same-by-you = Dasselbe haben Sie gerade geschrieben.
helpdesk-same-by = Dasselbe hat gerade { $name } geschrieben.
helpdesk-same-how = Es wird nur noch einmal gemailt, wenn Sie wollen: ✅ mailt es trotzdem, ❌ lässt es sein.
helpdesk-to-colleague = Dies beginnt mit dem Namen von jemandem aus dem Team und wird deshalb nicht gemailt. Ist es für die Leute draußen gemeint? ✅ mailt es (ohne den Namen); mit ❌ bleibt es in diesem Raum, und ohne Antwort auch. „!note …“ und „!reply …“ sagen es im Voraus.
helpdesk-same-dropped = Nicht gemailt: Es bleibt in diesem Raum.
helpdesk-mailed-already = Zu spät: Das ist schon gemailt und lässt sich nicht zurückholen. Für eine Berichtigung antworten Sie auf diese Nachricht; Ihre Antwort geht an dieselben Leute.
helpdesk-mailed-under-way = Zu spät: Das lässt sich nicht mehr ändern oder zurückholen. Die Mail ist geschrieben, auch wenn der Mailserver sie noch nicht für alle angenommen hat; es wird weiter versucht. Für eine Berichtigung antworten Sie auf diese Nachricht; Ihre Antwort geht an dieselben Leute.
helpdesk-done = Erledigt. Der Raum ist aus der Liste der offenen Gespräche; eine neue Mail bringt ihn zurück.
helpdesk-done-already = Dieses Gespräch ist schon erledigt.
helpdesk-reopened = Dieses Gespräch ist wieder offen.
helpdesk-open-already = Dieses Gespräch ist schon offen.
helpdesk-snoozed = Zurückgestellt bis { $until }, oder bis eine Mail kommt.
helpdesk-snooze-how = Bis wann? Zum Beispiel: !mail snooze 4h, !mail snooze morgen 9:00, !mail snooze Mo, !mail snooze 2026-12-01. Höchstens ein Jahr.
helpdesk-today = heute
helpdesk-tomorrow = morgen
helpdesk-awake = Die Zeit ist um: Dieses zurückgestellte Gespräch ist wieder offen.
helpdesk-list-of-all = Offen
helpdesk-list-of-mine = Offen, bei Ihnen
helpdesk-list-of-unclaimed = Offen, noch frei
helpdesk-list-of-us = Warten auf uns
helpdesk-list-of-them = Wir warten auf andere
helpdesk-list-of-snoozed = Zurückgestellt
helpdesk-list-of-done = Erledigt
helpdesk-nothing = keine
helpdesk-page-of = Seite { $page } von { $pages }
helpdesk-next-page = Mehr: { $command }
helpdesk-no-subject = (ohne Betreff)
helpdesk-waits-us = wartet seit { $span } auf uns
helpdesk-waits-them = wir warten seit { $span }
helpdesk-waits-nobody = seit { $span }
helpdesk-turn-us = wartet auf uns seit { $date }
helpdesk-turn-them = wir warten seit { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = noch frei
helpdesk-list-how = „{ $word }“ ist keine Liste, keines Ihrer Konten und keine Seite. So wird es benutzt: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } offenes Gespräch
       *[other] { $total } offene Gespräche
    }
helpdesk-and-more = und { $count } weitere: !mail list
helpdesk-overview-enter = 👀 auf seiner Zeile im Posteingang, oder !mail claim mit seinem Link, übernimmt ein Gespräch und lädt Sie in seinen Raum ein.
helpdesk-remind-you = Dieses Gespräch wartet seit { $span } auf eine Antwort.
helpdesk-remind-team = Diese Gespräche warten auf eine Antwort, und niemand kümmert sich darum (die Reaktion 👀 im Raum übernimmt eines):
team-asked =
    { $count ->
        [one] ⚠ { $names } gehört laut Konfiguration nicht mehr zu diesem Team und darf hier nichts mehr.
       *[other] ⚠ { $count } Personen gehören laut Konfiguration nicht mehr zu diesem Team und dürfen hier nichts mehr: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Um kein Gespräch haben sie sich gekümmert.
        [one] Um ein Gespräch, das ihres war, kümmert sich jetzt niemand.
       *[other] Um { $claims } Gespräche, die ihre waren, kümmert sich jetzt niemand.
    }
team-asked-rooms =
    { $rooms ->
        [one] Noch sind sie in einem Raum dieses Kontos.
       *[other] Noch sind sie in { $rooms } Räumen dieses Kontos.
    }
team-asked-how = So viele auf einmal können ein Versehen sein, deshalb wird niemand ohne ein Wort aus den Räumen entfernt: ✅ entfernt sie aus dem Space und seinen Räumen, ❌ lässt sie ohne Rechte darin. War es ein Versehen, dann nehmen Sie sie in der Konfiguration wieder ins Team auf; dann geschieht nichts weiter.
team-begun = { $names }: nicht mehr in diesem Team. Das Entfernen aus { $rooms } Räumen hat begonnen; es dauert eine Weile.
team-progress = Die Räume folgen dem Team: { $done } von { $rooms } sind erledigt.
team-left = { $name } gehört nicht mehr zum Team: { $rooms ->
        [one] einen Raum
       *[other] { $rooms } Räume
    } verlassen, { $claims ->
        [one] ein Gespräch
       *[other] { $claims } Gespräche
    } zurückgegeben.
team-joined = { $name } gehört jetzt zum Team: in { $rooms ->
        [one] einen Raum
       *[other] { $rooms } Räume
    } eingeladen, mit Moderationsrechten in { $levels }.
team-refused =
    { $rooms ->
        [one] In einem Raum ließ mich der Matrix-Server nicht alles davon tun; das Protokoll nennt ihn.
       *[other] In { $rooms } Räumen ließ mich der Matrix-Server nicht alles davon tun; das Protokoll nennt sie.
    }
team-let-leave = { $names }: Das Entfernen aus { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    } beginnt jetzt. Wenn es fertig ist, steht es hier.
team-let-stay = { $names }: weiterhin in den Räumen, ohne Rechte. Wer einen Raum moderiert, kann sie dort immer noch entfernen.
team-reason = Sie gehören nicht mehr zum Team von { $account }.
team-nobody-leaves = Niemand, der nicht mehr zum Team gehört, ist noch in den Räumen.
team-nobody-waits = Niemand wartet auf ein Wort, ob er aus den Räumen entfernt wird.
team-waits = { $name }: seit { $since } nicht mehr im Team, noch in { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    }; „team leave“ entfernt alle, die warten, „team stay“ lässt sie dort.
team-leaves = { $name }: seit { $since } nicht mehr im Team, wird aus { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    } entfernt.
together-draft = Ein Entwurf von { $name }. Er wird gemailt, wenn jemand anderes, der Mails senden darf, ✅ an diese Nachricht setzt; ❌ nimmt ihn zurück.
together-draft-changed = Dieser Entwurf wurde geändert: Ein früheres ✅ zählt nicht mehr.
together-draft-by = Sein Wortlaut ist jetzt von { $name }.
together-who-can = Das ✅ kann kommen von { $people }.
together-nobody-can = Sonst darf niemand im Team Mails senden: Fragen Sie die Verwaltung von Mailroom.
together-files = Angehängt: { $files }
together-more = Weitere { $count } Zeichen stehen nicht hier, sondern in den Nachrichten darüber.
together-yes = { $name } sagt Ja: Es wird in { $seconds } Sekunden gemailt. Wer das ✅ wegnimmt oder etwas ändert, hält es auf.
together-yes-later = { $name } sagt Ja: Es wird um { $time } gemailt. Wer das ✅ wegnimmt oder etwas ändert, hält es auf.
together-yes-gone = Das ✅ wurde weggenommen: Der Entwurf wartet wieder.
together-yes-own = Ihr ✅ zählt nicht an dem, was Sie selbst geschrieben haben: Jemand anderes muss es ansehen.
together-yes-may-not = Ihr ✅ zählt nicht: Sie dürfen hier keine Mails senden.
together-yes-old = Ihr ✅ zählt hier nicht. Es gehört an meine neueste Nachricht zu diesem Entwurf, die zeigt, was gemailt wird.
together-yes-nobody = Ihr ✅ zählt noch nicht: Niemand bekäme diese Mail. Mit !mail to legen Sie fest, wer sie bekommt.
together-left = Sie ist schon hinausgegangen oder wurde zurückgenommen.
together-draft-none = Hier wartet kein Entwurf. Schreiben Sie !mail draft und den neuen Wortlaut als Antwort auf meine Nachricht zu ihm.
together-draft-several = Hier warten mehrere Entwürfe: Schreiben Sie es als Antwort auf meine Nachricht zu dem, den Sie meinen.
together-draft-set = Der Entwurf hat jetzt diesen Wortlaut. Meine nächste Nachricht zeigt ihn und fragt neu nach einem ✅.
together-at = Dies wird um { $time } gemailt, an { $people }. Bis dahin können Sie es bearbeiten oder löschen, ❌ daran hält es auf, und !mail send now mailt es gleich.
together-at-yes = Außerdem wartet es auf das ✅ von jemand anderem: Ohne das geht dann nichts hinaus.
together-now = Es wird in { $seconds } Sekunden gemailt.
together-now-yes = Es wird gemailt, wenn jemand anderes ✅ an meine Nachricht dazu setzt.
together-at-how = Wann? Zum Beispiel: !mail send at 8:00, !mail send at morgen 9:00, !mail send at Mo, !mail send at 2026-12-01. Höchstens ein Jahr im Voraus.
together-nothing-held = Hier wartet nichts von Ihnen darauf, gemailt zu werden. Schreiben Sie die Nachricht und dann !mail send at 8:00, solange sie noch zurückgenommen werden kann; oder schreiben Sie es als Antwort auf eine Nachricht, die wartet.
together-answers = Vorbereitete Antworten: { $names }. !mail answer und der Name mailt eine.
together-answers-none = Für dieses Konto gibt es keine vorbereiteten Antworten: Wer Mailroom betreibt, kann welche schreiben.
together-answer-unknown = Es gibt keine vorbereitete Antwort „{ $name }“.
together-answer-shown = { $name }, mit der vorbereiteten Antwort „{ $answer }“:
together-came = Bevor dies gemailt wurde, kam eine neue Mail von { $from }. Es wartet noch; ❌ daran hält es auf.
permissions-may-not-read = Sie dürfen Mailroom hier nicht benutzen.
permissions-may-not-draft = Sie dürfen hier keine Entwürfe schreiben.
permissions-may-not-answer = Sie dürfen hier nicht per Mail antworten: Was Sie schreiben, bleibt in diesem Raum.
permissions-may-not-compose = Sie dürfen hier keine Gespräche beginnen.
permissions-may-not-outside = Sie dürfen nicht an Leute schreiben, die an diesem Gespräch nicht teilnehmen.
permissions-may-not-invite = Sie dürfen hier niemanden einladen, der per E-Mail teilnimmt.
permissions-may-not-source = Das dürfen Sie hier nicht sehen.
permissions-may-not-release = Das dürfen Sie hier nicht entscheiden.
permissions-may-not-manage = Sie dürfen keine Konten verwalten.
permissions-takes = Dafür braucht es die Berechtigung „{ $level }“.
permissions-ask-team = Bitten Sie { $people } darum;
permissions-ask-admins = geben kann sie Ihnen { $people }.
permissions-ask-any-admin = geben kann sie Ihnen die Verwaltung von Mailroom.
permissions-quota-reached = Sie haben binnen 24 Stunden { $mails } Mails geschrieben, so viele, wie eine Person darf.
permissions-quota-waits = Diese ist nicht verloren: Sie wartet und geht um { $time } hinaus. Bis dahin können Sie sie mit ❌ zurücknehmen.
operations-state-stopped = angehalten
operations-state-connecting = verbindet sich
operations-state-catching-up = holt auf
operations-state-connected = verbunden
operations-state-transient = nicht erreichbar, wird erneut versucht
operations-state-bad-credentials = die Anmeldung wurde abgelehnt, die Verwaltung muss eingreifen
operations-way-out = Senden: { $state }
operations-way-out-untried = noch nicht versucht
operations-way-out-ready = geht
operations-way-out-transient = geht nicht, wird wieder versucht
operations-way-out-bad-credentials = die Anmeldung wurde abgelehnt, die Administration muss handeln
operations-since = seit { $time }
operations-because = ({ $reason })
operations-why-login-refused = der Mailserver sagt, dass das Passwort falsch ist
operations-why-login-unexplained = der Mailserver lehnt die Anmeldung ab und sagt nicht, warum
operations-why-mailbox-missing = diesen Ordner gibt es nicht
operations-why-mailbox-unavailable = diese Ordner lassen sich nicht lesen
operations-why-mail-unannounced = der Mailserver meldet neue Mail dort nicht, deshalb kommt sie spät
operations-why-no-room = hier ist kein Platz für Mail
operations-why-no-secret = sein Passwort fehlt oder lässt sich hier nicht öffnen
operations-why-oauth2-refused = der Server, der den Zugang gibt (oauth2), verweigert ihn
operations-why-oauth2-away = der Server, der den Zugang gibt (oauth2), ist nicht erreichbar oder antwortet nicht, wie er soll
operations-why-other = der Mailserver ist nicht erreichbar oder antwortet nicht, wie er sollte
operations-last-mail = letzte Mail { $time }
operations-no-mail-yet = noch keine Mail
operations-retry-at = nächster Versuch { $time }
account-none = Alle Konten stehen in der Konfigurationsdatei.
account-served = { $account }: in Gebrauch
account-waits = { $account }: wartet – { $why }
account-left-out = { $account }: ausgelassen – { $why }
account-leaving = { $account }: wird mit allem, was es davon gibt, weggenommen
account-added = { $account } ist hinzugefügt und wartet auf sein Passwort: „mailroom ctl account change { $account } --password-file DATEI“ auf dem Rechner gibt es, niemals ein Chat.
account-changed = { $account } ist geändert.
account-removed = { $account } ist entfernt. Seine Unterhaltungen bleiben, wie sie sind.
account-purged = { $account } ist entfernt, mit allem, was es davon gibt.
account-refused = Nichts wurde geändert: { $why }
account-key = „{ $account }“ kann nicht der Schlüssel eines Kontos sein: Kleinbuchstaben, Ziffern und Bindestriche.
account-no-secret = Ein Passwort gehört nicht in einen Chat. Löschen Sie diese Nachricht, und ändern Sie das Passwort beim Mailserver, falls es eines war. Geben Sie es mit „mailroom ctl account change { $account } --password-file DATEI“ auf dem Rechner ein oder auf der Seite für Anmeldungen, wo es eine gibt.
operations-connecting-now = { $accounts }: wird jetzt verbunden; „accounts“ zeigt, wie es ausging.
operations-all-connected = Nichts zu tun: schon verbunden.
operations-no-accounts = Es gibt kein Konto, zu dessen Team Sie gehören.
operations-which-account = Welches Konto? { $known }
operations-nothing-waits = nichts wartet
operations-held = { $count } noch änderbar
operations-leaving = { $count } kurz vor dem Versand
operations-deferred = { $count } von einem Mailserver noch nicht angenommen, werden von selbst wieder versucht
operations-failed = { $count } nicht zustellbar
operations-jobs = { $queue }: { $waiting } warten, am längsten seit { $age }
operations-jobs-quarantined = { $queue }: { $count } in Quarantäne
operations-queue-mail-in = eingegangene Mails
operations-queue-matrix-send = Nachrichten für die Räume
operations-queue-event-in = Nachrichten und Reaktionen aus Räumen
operations-queue-mail-out = zu sendende Mails
operations-queue-mail-sent = Kopien für den Ordner „Gesendet“
operations-queue-notice-out = Mails, die Absendern eine Abweisung melden
operations-queue-guest-mail = Mails an Gäste mit dem, was gesagt wurde
operations-queue-desk = Ordnung, Namen und Übersicht der Räume
operations-queue-member-act = Leute, die in Räume einzuladen oder daraus zu entfernen sind
operations-quarantine-empty = Nichts ist in Quarantäne.
operations-quarantine-count = In Quarantäne: { $total }
operations-quarantine-count-latest = In Quarantäne: { $total }, die letzten { $shown }:
operations-unread-mail = eine Mail im Ordner { $mailbox }, die sich nicht lesen ließ
operations-stopped-job = Arbeit, die zu oft fehlschlug: { $queue }
operations-reason = Grund: { $text }
operations-size = Größe: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } ist nicht in Quarantäne.
operations-retried = { $number } wird erneut versucht.
operations-quarantine-how = { $show } sagt mehr, { $retry } versucht es erneut.
operations-not-alone = In diesem Gespräch sind noch andere, deshalb sage ich hier nichts über Konten. Bitte beginnen Sie eines mit mir allein.
operations-encrypted = Dieses Gespräch ist verschlüsselt, das kann ich nicht lesen. Bitte beginnen Sie eines ohne Verschlüsselung.
operations-withheld = ⚠ Der Mailserver führt eine Mail im Ordner { $mailbox } auf, gibt sie aber nicht heraus: von { $sender }, „{ $subject }“. Mailroom versucht es von selbst weiter und zeigt sie, sobald es sie bekommt. Bis dahin sehen Sie sie bitte in einem Mailprogramm an. { $show } sagt mehr.
operations-sender-unknown = jemandem, den er nicht nennt
operations-withheld-mail = eine Mail im Ordner { $mailbox }, die der Mailserver nicht herausgibt
operations-from = Von: { $sender }
operations-subject = Betreff: { $subject }
operations-trouble = ⚠ Mailroom erreicht das Postfach seit { $time } nicht, hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach und kommt, sobald der Mailserver antwortet. Mailroom versucht es von selbst weiter.
operations-stopped = ⚠ Mailroom betreut dieses Postfach seit { $time } nicht, hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-unread = ⚠ Mailroom kann { $folders } seit { $time } nicht lesen: Der Mailserver sagt, dass es diesen Ordner nicht gibt oder dass er nicht geöffnet werden darf. Die Mail darin geht nicht verloren, aber hier sieht sie niemand. Die Verwaltung muss den Namen in der Konfiguration (imap.mailboxes) prüfen und was die Anmeldung lesen darf.
operations-unannounced = ⚠ Der Mailserver meldet seit { $time } keine neue Mail in { $folders }: Sie wird erst gefunden, wenn Mailroom selbst nachsieht, und kommt also spät. Nichts geht verloren. Wer Mailroom betreibt, kann den Betreiber des Mailservers nach IMAP IDLE fragen oder times.poll in der Konfiguration senken.
operations-well = Mit dem Postfach ist seit { $time } wieder alles in Ordnung: Neue Mail kommt wie gewohnt, und was gewartet hat, kommt jetzt.
operations-no-rooms = ⚠ Der Matrix-Server legt seit { $time } keine neuen Räume für Mailroom an, neue Unterhaltungen erscheinen deshalb nicht. Nichts geht verloren: Ihre Mails warten und erscheinen, sobald er wieder Räume anlegt. Bitte sagen Sie es denen, die Mailroom betreiben: „mailroom check“ nennt den Grund.
operations-rooms-again = Der Matrix-Server legt wieder Räume an: Die Unterhaltungen, die seit { $time } gewartet haben, erscheinen jetzt.
operations-full-database = ⚠ Es wird keine Mail geholt: Die Datenbank ist so groß, wie sie werden darf. Nichts geht verloren, die Mail bleibt im Postfach; sie wird geholt, sobald Platz ist. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-full-disk = ⚠ Es wird keine Mail geholt: Der Datenträger der Datenbank ist fast voll. Nichts geht verloren, die Mail bleibt im Postfach; sie wird geholt, sobald Platz ist. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-room-again = Es ist wieder Platz: Mail wird wie gewohnt geholt, und was gewartet hat, kommt jetzt.
reload-refused = Die Konfigurationsdatei enthält Fehler, deshalb wurde nichts geändert. Bitte hier korrigieren und dann neu laden:
reload-taken =
    { $count ->
        [1] Der eine Prozess, der läuft, hat die Konfiguration neu gelesen.
       *[other] { $count } Prozesse haben die Konfiguration neu gelesen.
    }
reload-nobody = Die Konfigurationsdatei ist in Ordnung. Mailroom läuft nicht, es wurde also nichts neu geladen: Die Datei wird beim nächsten Start gelesen.
reload-nothing = Nichts darin weicht von dem ab, was schon galt.
reload-added = Neue Konten: { $accounts }
reload-removed = ⚠ Herausgenommene Konten: { $accounts }. Für sie kommt und geht keine Mail mehr. Wenn das ein Versehen war, die Konten wieder in die Datei eintragen und neu laden.
reload-changed = Geändert für { $account }: { $fields }
reload-members-added = Neu im Team von { $account }: { $people }
reload-members-removed = Nicht mehr im Team von { $account }: { $people }
reload-settings = Geändert für alle Konten: { $fields }
reload-needs-restart = ⚠ Auch das hat sich in der Datei geändert, aber bis zu einem Neustart arbeitet Mailroom mit den bisherigen Werten weiter: { $fields }
reload-process-waiting = ⚠ { $process } hat die Konfiguration noch nicht gelesen. Bis dahin dürfen alle nur, was die alte und die neue Konfiguration beide erlauben. Wenn der Prozess hängt, bitte neu starten.
reload-process-differs = ⚠ { $process } hat seine Konfiguration gelesen, aber seine Datei ist eine andere als die geprüfte. Bis beide dasselbe sagen, dürfen alle nur, was beide erlauben.
reload-process-refused = ⚠ { $process } arbeitet mit der bisherigen Konfiguration weiter, weil seine Datei Fehler enthält. Bitte dort korrigieren und dann neu laden:
commands-note = eine Nachricht nur für diesen Raum; sie wird nie gemailt
commands-hold-hint = Bis eine Nachricht gemailt ist, kann sie geändert, gelöscht oder mit der Reaktion ❌ angehalten werden.
commands-unknown = Den Befehl „{ $name }“ gibt es nicht.
commands-did-you-mean = War { $usage } gemeint?
commands-see-help = !mail help zeigt alle Befehle.
commands-wrong-use = Er wird so benutzt: { $usage }
commands-goes-to = Die nächste Nachricht geht an:
commands-this-goes-to = Das geht an:
commands-cc = Kopie
commands-nobody = Niemand bekäme eine Antwort: Keine Mail dieses Gesprächs hat eine Adresse außerhalb. Nehmen Sie mit !mail to name@example.org jemanden auf.
commands-why-reply = weil sie auf die Nachricht von { $address } antwortet
commands-why-latest = weil die letzte Mail von { $address } kam; antworten Sie auf eine andere Nachricht, um diese zu beantworten
commands-why-bcc = nur an den Absender, { $address }, weil diese Mail als Blindkopie kam
commands-why-same = weil sie die Nachricht bekommen haben, auf die diese folgt
commands-reply-to-used = Der Absender wünscht Antworten an eine andere Adresse als die eigene.
commands-account = Konto { $address }:
commands-account-state-ready = verbunden
commands-account-state-connecting = verbindet sich
commands-account-state-stopped = angehalten, die Verwaltung muss eingreifen
commands-open-mail = Eine Mail wird noch { $seconds } Sekunden gehalten und kann geändert werden.
commands-waiting-mails =
    { $count ->
        [one] Eine Mail wartet auf den Versand.
       *[other] { $count } Mails warten auf den Versand.
    }
commands-failed-mails =
    { $count ->
        [one] Eine Mail konnte nicht zugestellt werden.
       *[other] { $count } Mails konnten nicht zugestellt werden.
    }
commands-nothing-waits = Nichts wartet auf den Versand.
commands-last-sent = Die letzte Mail ging um { $time } hinaus.
commands-retrying =
    { $count ->
        [one] Eine Mail wird erneut versucht.
       *[other] { $count } Mails werden erneut versucht.
    }
commands-nothing-to-retry = Es gibt nichts zu wiederholen.
commands-refused = Nicht zugestellt an { $address }. Deren Server sagt: { $words }
commands-deferred = Noch nicht zugestellt an { $address }, es wird erneut versucht. Deren Server sagt: { $words }
commands-gave-up = Nicht zugestellt an { $address }, nach vielen Versuchen. Die letzte Antwort war: { $words }
commands-not-sent = Diese Nachricht wurde nicht gemailt: { $words }
commands-unknown-outcome = Die Verbindung brach ab, als dies dem Mailserver übergeben wurde: Es kann gesendet sein oder nicht.
commands-unknown-resent = Sie wird in einigen Minuten mit derselben Kennung noch einmal verschickt, damit Mailprogramme sie einmal zeigen.
commands-unknown-held = Es wird nicht von selbst noch einmal gesendet; !mail retry sendet es erneut.
commands-too-large = Diese Nachricht wurde nicht gemailt: Als Mail hat sie { $size }, und unser eigener Mailserver nimmt höchstens { $limit }. Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
commands-too-large-without-limit = Diese Nachricht wurde nicht gemailt: Mit { $size } ist sie zu groß für unseren eigenen Mailserver, der nicht sagt, wie viel er nimmt. Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
commands-utf8-missing = Diese Nachricht wurde nicht gemailt: Eine der Adressen hat Buchstaben, die der Mailserver nicht nimmt, etwa ä oder é.
commands-already-mailed = Zu spät: Das ist schon gemailt. Die Änderung bleibt in diesem Raum.
commands-encrypted-not-mailed = Diese Nachricht ist verschlüsselt, ich kann sie deshalb nicht lesen, und sie wurde nicht gemailt. Bitte schreiben Sie sie ohne Verschlüsselung.
commands-intro-thread = Was in diesem Raum geschrieben wird, geht als E-Mail hinaus. Diese Befehle nicht:
commands-intro-lobby = Nichts, was in diesem Raum geschrieben wird, wird gemailt. Ich verstehe diese Befehle:
commands-intro-inbox = Jedes neue Gespräch ist hier eine Zeile; nichts, was in diesem Raum geschrieben wird, wird gemailt. Ich verstehe diese Befehle:
commands-intro-management = Guten Tag, ich bin Mailroom. Nichts, was hier geschrieben wird, wird gemailt. Ich verstehe:
commands-more = { $usage } sagt mehr über einen davon.
commands-example = Beispiel: { $text }
commands-place-thread = im Raum eines Gesprächs
commands-place-lobby = im Raum „Moderation“ eines Kontos
commands-place-inbox = im Posteingang eines Kontos
commands-place-management = in einem direkten Gespräch mit mir
commands-elsewhere = „{ $name }“ geht in diesem Raum nicht. Benutzen Sie es { $places }.
commands-or = oder
language-name-en = Englisch
language-name-de = Deutsch
language-name-es = Spanisch
language-name-fr = Französisch
language-name-it = Italienisch
language-name-nl = Niederländisch
language-name-pl = Polnisch
language-name-pt = Portugiesisch
language-listed-unreviewed = { $language } ({ $tag }, noch nicht durchgesehen)
language-unreviewed = Diese Texte hat noch niemand durchgesehen, dessen Muttersprache es ist. Verbesserungen sind willkommen.
language-is = Sie bekommen Antworten auf { $language }.
language-set = Von jetzt an bekommen Sie Antworten auf { $language }.
language-unknown = Ich spreche { $known }.
zone-is = Ich nenne Ihnen Zeiten in { $zone }. Dort ist es jetzt { $time }.
zone-is-account = Sie haben keine Zeitzone gewählt; darum nenne ich Ihnen Zeiten in der des Kontos, { $zone }. Dort ist es jetzt { $time }.
zone-set = Von jetzt an nenne ich Ihnen Zeiten in { $zone }. Dort ist es jetzt { $time }. Zeigt Ihre Uhr dasselbe?
zone-as-account = Von jetzt an nenne ich Ihnen Zeiten in der Zeitzone des Kontos.
zone-unknown = Eine Zeitzone „{ $text }“ kenne ich nicht.
zone-meant = Meinten Sie { $zones }?
zone-how = Eine andere wählen Sie mit Gebiet und Ort: !mail zone Europe/Berlin. Mit !mail zone account gilt wieder die des Kontos.
ping-way = Diese Antwort hat { $whole } gedauert: { $before }, bis Ihre Nachricht vom Matrix-Server hier war, { $here } bis zur Antwort.
ping-here = Diese Antwort hat { $here } gedauert, seit Ihre Nachricht hier war. Wie lange sie hierher brauchte, lässt sich nicht sagen: Die Uhr des Matrix-Servers geht zu sehr anders als unsere.
ping-too-long = Wie lange diese Antwort gedauert hat, lässt sich nicht sagen: Ihre Nachricht hat hier länger als einen Tag gewartet, oder die Uhr wurde inzwischen gestellt.
source-reply-to = Schreiben Sie !mail source als Antwort auf die Nachricht, deren Original Sie wollen.
source-unknown = Zu dieser Nachricht gehört keine Mail.
source-gone = Das Original dieser Mail wird hier nicht (oder nicht mehr) aufbewahrt; sehen Sie im Postfach nach. Seine Prüfsumme (SHA-256) war { $hash }.
source-gone-without-hash = Das Original dieser Mail wird hier nicht (oder nicht mehr) aufbewahrt; sehen Sie im Postfach nach.
search-nothing = Nichts gefunden.
search-found = Gefunden: { $count }
search-found-more = Gefunden: mehr als { $count }
search-reading = Ältere Mails werden noch eingelesen (bisher { $percent } %): Noch werden nicht alle gefunden.
search-nothing-asked = Sagen Sie, was gesucht wird: Wörter oder from:bob to:alice subject:Lampe has:pdf in:support after:2019 before:2020-06. Wörter in Anführungszeichen stehen zusammen; -Wort kommt nicht vor; Lam* ist der Anfang eines Wortes.
search-needs-person = „{ $word }“ braucht einen Namen oder eine Adresse, etwa from:bob oder from:bob@example.org
search-needs-words = „{ $word }“ braucht Wörter, etwa subject:Lampe
search-needs-date = „{ $word }“ braucht ein Jahr, einen Monat oder einen Tag, etwa after:2019, after:2019-03 oder before:2019-03-14
search-needs-kind = „{ $word }“ braucht eine Art von Datei, etwa has:file, has:pdf, has:image oder has:docx
search-needs-place = „{ $word }“ braucht ein Konto oder einen Ordner; Ihre sind: { $known }
search-too-much = Das ist zu viel auf einmal: höchstens { $most } Wörter und Bedingungen.
help-brake = zeigt, welche Antworten angehalten sind, weil wohl Automaten einander antworten; „reset“ gibt sie frei
help-breaker = zeigt, ob alle ausgehende Mail angehalten ist; „reset“ beendet das
help-list = listet die offenen Gespräche auf: all (alle), mine (Ihre), unclaimed (noch frei), us (warten auf uns), them (wir warten), snoozed (zurückgestellt) oder done (erledigt)
help-claim = übernimmt dieses Gespräch, damit die anderen sehen, dass Sie sich darum kümmern; ebenso die Reaktion 👀
help-unclaim = gibt dieses Gespräch zurück
help-assign = gibt dieses Gespräch jemandem aus dem Team
help-done = schließt dieses Gespräch; ebenso die Reaktion ✅. Eine neue Mail öffnet es wieder
help-reopen = öffnet dieses Gespräch wieder
help-snooze = stellt dieses Gespräch für eine Zeit (4h, 3d) oder bis zu einem Tag (morgen 9:00, Mo, 2026-12-01) zurück
help-send = wann Ihre wartende Nachricht gemailt wird: send at 8:00, send at Mo; send now mailt sie gleich
help-draft = gibt einem Entwurf, der auf ein ✅ wartet, einen neuen Wortlaut, wer immer ihn geschrieben hat
help-answer = mailt eine vorbereitete Antwort in Ihrem Namen; ohne Namen werden alle genannt
help-compose = beginnt ein Gespräch in einem eigenen Raum; was fehlt, wird erfragt; weitere Zeilen sind seine erste Mail
help-forward = schickt eine Mail an jemanden außerhalb, auf Wunsch mit Worten dazu; die Antworten kommen in einen eigenen Raum
help-cancel = beendet meine Fragen zu einem neuen Gespräch; es wird keines begonnen
help-to = wer Ihre nächste Nachricht bekommt, und warum; +Adresse nimmt auf, -Adresse heraus, Adressen allein sind die neue Liste
help-cc = wer Kopien bekommt; wird ebenso geändert
help-bcc = wer sie bekommt, ohne dass es sonst jemand sieht; wird ebenso geändert
help-from = von welcher Adresse des Kontos dieses Gespräch ausgeht
help-subject = der Betreff der folgenden Mails
help-reply-to-sender = Antworten gehen nur an den Absender der beantworteten Mail; off: wieder an alle. Für eine Nachricht: !sender TEXT
help-block = wessen Mail nicht gezeigt wird, im Konto oder in diesem Raum („here“); als Antwort auf eine Nachricht: deren Absender, in diesem Raum
help-allow = wer ohne Nachfrage teilnimmt; als Antwort auf eine Nachricht: deren Absender, in diesem Raum
help-rules = zeigt, wer teilnehmen darf und wie viele Mails nicht gezeigt wurden; „drop“ nimmt eine Regel weg
help-entry = zeigt oder setzt, ob in diesem Raum jeder teilnehmen darf, der antwortet und geprüft ist
help-invite = lädt jemanden über die Adresse ein, per E-Mail an diesem Raum teilzunehmen; „last“ mit einer Zahl schickt so viele der letzten Nachrichten mit
help-uninvite = beendet, dass jemand per E-Mail an diesem Raum teilnimmt
help-guests = zeigt, wer diesen Raum per E-Mail liest. Ändert, was er über sie sagt: „answer“ oder „invitation“ (ab wann sie bekommen, was gesagt wird), „now“, „hourly“ oder „daily“, „verified“ oder „unverified“
help-move = als Antwort auf eine Nachricht: legt sie und was auf sie antwortet in das Gespräch eines anderen Raums
help-split = als Antwort auf eine Nachricht: macht aus ihr und allem, was danach kam, ein eigenes Gespräch
help-merge = legt dieses ganze Gespräch in das eines anderen Raums
help-help = zeigt diese Liste
help-status = zeigt, wie es um das Konto steht und wie weit die Mails dieses Raums gekommen sind
help-retry = versucht erneut, was nicht zugestellt wurde; als Antwort auf eine Nachricht: nur diese
help-unpause = sendet wieder an eine Adresse, an die eine Mail nicht zugestellt werden konnte
help-search = findet Mails und Antworten nach ihren Wörtern, auch in Dateien: from:bob to:alice subject:Lampe has:pdf in:support after:2019 before:2020-06, „Wörter in Anführungszeichen“, -Wort, page 2
help-source = als Antwort auf eine Nachricht: legt ihre Mail im Original als Datei hierher
help-why = als Antwort auf eine Nachricht: warum ihre Mail in diesem Gespräch steht und wie ihr Absender geprüft wurde
help-accept = als Antwort auf die Nachricht über eine verdächtige Mail: zeigt sie in ihrem Gespräch
help-refuse = als Antwort auf die Nachricht über eine verdächtige Mail: lässt sie weg
help-overflow = zeigt die Mails, die warten, weil von außen zu viele kamen; „let-in“ lässt sie herein, „discard“ lässt sie weg
help-old = zeigt die alte Mail, die in Menge kam und wartet; „quietly“ und „as-new“ lassen sie herein, „leave“ lässt sie im Postfach
help-account = zeigt die Konten, die im laufenden Betrieb hinzugekommen sind; „add“, „change“ und „remove“ tun das, nur Passwörter gibt man anderswo
help-accounts = zeigt, wie es um jedes Ihrer Konten steht: Zustand, seit wann, und die letzte Mail; „retry“ verbindet eines jetzt, das nicht erreichbar ist
help-team = zeigt, wer nicht mehr zum Team gehört und noch in seinen Räumen ist; „leave“ entfernt sie, „stay“ lässt sie ohne Rechte dort
help-queue = zeigt, was auf Versand oder Anzeige wartet und was fehlgeschlagen ist
help-quarantine = zeigt, was sich nicht lesen oder erledigen ließ; „show“ sagt mehr über eines, „retry“ versucht es erneut
help-reload = liest die Konfigurationsdatei neu ein, ohne Neustart
help-ping = zeigt, wie lange der Weg vom Matrix-Server bis zur Antwort gedauert hat
help-language = zeigt oder setzt die Sprache, in der Sie Antworten bekommen
help-login = das eigene Postfach mitbringen, im Direktchat mit mir
help-logout = das eigene Postfach wieder wegnehmen
help-zone = zeigt oder setzt die Zeitzone, in der ich Ihnen Zeiten nenne
queue-not-shown = ⚠ Ein Teil dieser Mail fehlt hier: Der Matrix-Server nimmt ihn nicht an. „!mail quarantine“ im Raum „Moderation“ sagt mehr.
queue-set-aside = ⚠ Hiermit ging etwas schief: Es wird nicht gemailt und ändert keine Mail. Bitte schreiben Sie es noch einmal; hilft das nicht, sagt „!mail quarantine“ im Raum „Moderation“ mehr.
queue-returned-mail = Das wurde nicht gemailt: Mailroom hatte dieses Konto seit { $since } nicht betreut. Von selbst geht es jetzt nicht hinaus: ✅ mailt es, ❌ verwirft es.
queue-unseen-mail = Ich kann den Raum nicht mehr lesen, in dem das geschrieben wurde, und sehe deshalb nicht, ob es dort geändert oder gelöscht wurde: „{ $words }“. Von selbst geht es nicht hinaus: ✅ mailt es so, wie es hier steht, ❌ verwirft es.
queue-returned-fixed = Das wartet auf ein Ja und lässt sich nicht mehr ändern: ✅ mailt es, wie es ist, ❌ verwirft es.
queue-returned-released = Es wird jetzt gemailt.
queue-returned-discarded = Verworfen: nicht gemailt.
queue-not-served = Mailroom betreut das Konto { $account } zurzeit nicht: Was hier gesagt wird, wird nicht gemailt, und Mail dorthin wird nicht gezeigt. Nichts geht verloren: Sobald es wieder betreut wird, werden Sie hier gefragt, was mit dem inzwischen Gesagten geschehen soll. Wer Mailroom betreibt, weiß, warum.
queue-unserved = seit { $since } betreut es kein Prozess
attempt-list = Versuche, sie dem Mailserver zu übergeben:
attempt-accepted = { $attempt }. { $time }, { $address }: angenommen
attempt-deferred = { $attempt }. { $time }, { $address }: noch nicht angenommen
attempt-refused = { $attempt }. { $time }, { $address }: abgelehnt
attempt-not-sent = { $attempt }. { $time }, { $address }: nicht übergeben
attempt-unknown = { $attempt }. { $time }, { $address }: vielleicht gesendet
delivery-waits = Noch nicht gemailt.
delivery-leaves-by-itself = Die Nachricht bleibt aufgehoben und geht von selbst hinaus, sobald das behoben ist.
delivery-waited = Diese Nachricht wurde nicht gemailt: Sie hat zu lange auf unseren eigenen Mailserver gewartet.
relay-since = Seit { $time } wird nichts gemailt.
relay-news = ⚠ Seit { $time } wird nichts gemailt.
relay-well = Seit { $time } gehen Mails wieder hinaus. Was gewartet hat, ist unterwegs.
relay-trouble-login = Unser eigener Mailserver lehnt die Anmeldung zum Senden ab: Das Passwort in der Konfiguration ist falsch, oder der Anbieter hat die Anmeldung gesperrt.
relay-trouble-login-later = Unser eigener Mailserver kann die Anmeldung zum Senden zurzeit nicht prüfen.
relay-trouble-certificate-expired = Das Zertifikat unseres eigenen Mailservers ist abgelaufen, darum wird ihm keine Mail anvertraut.
relay-trouble-certificate-unknown = Dem Zertifikat unseres eigenen Mailservers ist nicht zu trauen: Es ist auf einen anderen Namen ausgestellt oder von jemandem, den Mailroom nicht kennt.
relay-trouble-tls = Zu unserem eigenen Mailserver kommt keine verschlüsselte Verbindung zustande.
relay-trouble-connection-refused = Unser eigener Mailserver nimmt keine Verbindungen an.
relay-trouble-name-unknown = Der Name unseres eigenen Mailservers ist nicht zu finden.
relay-trouble-silent = Unser eigener Mailserver antwortet nicht.
relay-trouble-unreachable = Unser eigener Mailserver ist nicht zu erreichen.
relay-trouble-refuses = Unser eigener Mailserver weist Mailroom schon beim Verbinden ab.
relay-says = Er sagt: { $words }
relay-remedy-password = Was geschrieben wird, wartet (⏳) und geht danach von selbst hinaus. Bitten Sie die, die Mailroom betreiben, das Passwort (oder oauth2) in seiner Datei zu berichtigen: Es wird binnen einer Minute versucht. „accounts retry { $account }“ im Direktchat mit mir versucht es sofort.
relay-remedy-certificate = Was geschrieben wird, wartet (⏳) und geht danach von selbst hinaus. Wer den Mailserver betreibt, muss sein Zertifikat erneuern, oder wer Mailroom betreibt, muss den richtigen Server und seine Zertifizierungsstelle nennen (smtp.host, smtp.ca_file).
relay-remedy-server = Was geschrieben wird, wartet (⏳) und geht von selbst hinaus, sobald der Server antwortet; er wird alle paar Minuten wieder gefragt. Dauert das an, fragen Sie die, die den Mailserver betreiben.
relay-not-mailed-failed = Nicht gemailt an { $people }.
relay-not-mailed-again = Noch nicht gemailt an { $people }; es wird von selbst wieder versucht.
relay-refusal-news = ⚠ Unser eigener Mailserver nimmt eine Mail von uns nicht an. Wer sie geschrieben hat, weiß davon.
relay-refusal-once = Weitere Mails, denen es so geht, werden denen gesagt, die sie geschrieben haben, und hier nach einem Tag wieder.
relay-refusal-limit = Unser eigener Mailserver nimmt vorerst keine Mails mehr an: Es sind so viele verschickt worden, wie er erlaubt.
relay-refusal-login-needed = Unser eigener Mailserver nimmt keine Mail ohne Anmeldung an, oder nicht mit dieser.
relay-refusal-full = Unser eigener Mailserver hat zurzeit keinen Platz für Mail, oder unser Postfach dort ist voll.
relay-refusal-sender = Unser eigener Mailserver lässt uns nicht unter dieser Adresse senden.
relay-refusal-relaying = Unser eigener Mailserver gibt für uns keine Mail an andere weiter.
relay-refusal-too-large = Unser eigener Mailserver nimmt keine so große Mail an.
relay-refusal-content = Unser eigener Mailserver hält die Mail für Spam, oder ihm gefällt nicht, was darin steht.
relay-refusal-other = Unser eigener Mailserver nimmt die Mail nicht an.
relay-help-limit = Zu tun ist nichts: Sie geht hinaus, wenn wieder etwas frei ist, meist binnen eines Tages. Geschieht das oft, bitten Sie den Anbieter um eine höhere Grenze.
relay-help-login-needed = Wer Mailroom betreibt, muss in der Konfiguration nach smtp.user, smtp.password, smtp.port und smtp.security sehen.
relay-help-full = Meist geht das von selbst vorbei. Hält es an, löschen Sie alte Mails im Postfach oder bitten Sie den Anbieter um mehr Platz.
relay-help-sender = Bitten Sie den Anbieter, diese Anmeldung unter der Adresse des Kontos senden zu lassen, oder die, die Mailroom betreiben, die Anmeldung zu nehmen, die zu ihr gehört. Danach schickt !mail retry sie ab.
relay-help-relaying = Wer Mailroom betreibt, muss in der Konfiguration nach smtp.host und der Anmeldung sehen. Danach schickt !mail retry sie ab.
relay-help-too-large = Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
relay-help-content = Sagen Sie es mit anderen Worten oder ohne die Dateien und Links. Werden gewöhnliche Mails so abgelehnt, fragen Sie den Anbieter nach dem Grund.
relay-help-other = Fragen Sie die, die den Mailserver betreiben, mit den Worten von oben. !mail retry versucht es noch einmal.
provider-microsoft-smtp-off = Microsoft: Das Senden durch Programme (SMTP AUTH) ist für die ganze Organisation abgeschaltet. Ihre Verwaltung kann es für dieses Postfach erlauben (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: Das Senden durch Programme (SMTP AUTH) ist für dieses Postfach abgeschaltet. Die Verwaltung der Organisation schaltet es ein: Benutzer, E-Mail, E-Mail-Apps verwalten, Authentifiziertes SMTP.
provider-microsoft-no-passwords = Microsoft nimmt von Programmen keine Passwörter an. An die Stelle des Passworts tritt eine Anmeldung bei Microsoft (oauth2).
provider-microsoft-policy = Microsoft: Eine Regel der Organisation (Sicherheitsstandards oder bedingter Zugriff) verbietet diese Anmeldung. Ihre Verwaltung muss sie erlauben.
provider-microsoft-send-as = Microsoft: Diese Anmeldung darf nicht unter dieser Adresse senden. Die Verwaltung der Organisation gibt ihr für das Postfach das Recht „Senden als“.
provider-microsoft-not-logged-in = Microsoft nimmt Mail zum Senden nur nach einer Anmeldung an: smtp braucht einen Benutzer und ein Passwort oder oauth2.
provider-microsoft-not-connected = Microsoft nimmt die Anmeldung an und öffnet das Postfach nicht: IMAP ist dafür abgeschaltet, es hat keine Lizenz, oder Exchange hat selbst Schwierigkeiten.
provider-microsoft-consent = Microsoft: Noch niemand hat zugestimmt, dass Mailroom dieses Postfach benutzt. Melde dich noch einmal an und stimme zu; wo das nur die Verwaltung darf, muss sie es tun.
provider-microsoft-login = Microsoft lässt diese Anmeldung nicht in das Postfach: Passwort oder Zustimmung ist falsch, wer zugestimmt hat, darf dieses Postfach nicht benutzen, oder IMAP oder SMTP ist dafür abgeschaltet.
provider-client-refused = Der Anbieter kennt den Client von Mailroom nicht, oder dessen Geheimnis ist abgelaufen. Die Verwaltung muss client_id und client_secret berichtigen.
provider-login-again = Die Erlaubnis, dieses Postfach zu benutzen, fehlt, ist abgelaufen oder wurde zurückgenommen, etwa nach einem geänderten Passwort. Jemand muss sich neu anmelden.
provider-google-app-password = Google nimmt von Programmen keine gewöhnlichen Passwörter an: Es will ein App-Passwort (dafür braucht es die Bestätigung in zwei Schritten) oder eine Anmeldung bei Google (oauth2).
provider-google-login = Google nimmt diese Anmeldung nicht an. Gewöhnliche Passwörter nimmt es von Programmen nicht: Es hilft ein App-Passwort oder eine Anmeldung bei Google (oauth2).
provider-google-web-login = Google will, dass sich die Person, der das Postfach gehört, einmal im Webbrowser anmeldet und bestätigt, dass sie es war.
provider-google-imap-off = Google: IMAP ist für dieses Postfach abgeschaltet. Eingeschaltet wird es in den Einstellungen von Gmail, unter „Weiterleitung und POP/IMAP“.
provider-google-imap-off-organisation = Google: IMAP ist für die ganze Organisation abgeschaltet. Ihre Verwaltung schaltet es in der Admin-Konsole ein.
provider-app-password = Dieser Anbieter nimmt von Programmen keine gewöhnlichen Passwörter an: Lege in den Sicherheitseinstellungen des Postfachs ein App-Passwort an und benutze das.
mailbox-archived = Jemand hat diese Mail in einem Mailprogramm archiviert. Die Unterhaltung ist hier noch offen: ✅ schließt sie.
mailbox-deleted = Jemand hat diese Mail in einem Mailprogramm gelöscht. Hier bleibt sie, und die Unterhaltung ist noch offen: ✅ schließt sie.
mailbox-moved = Jemand hat diese Mail in einem Mailprogramm in einen anderen Ordner verschoben. Die Unterhaltung ist hier noch offen: ✅ schließt sie.
mailbox-many =
    { $count ->
        [one] { $count } Mail wurde auf einmal in einem Mailprogramm gelesen, archiviert oder gelöscht. In ihrem Raum steht davon nichts.
       *[other] { $count } Mails wurden auf einmal in einem Mailprogramm gelesen, archiviert oder gelöscht. In ihren Räumen steht davon nichts.
    }
guests-room-welcome = An diesem Raum können Menschen teilnehmen, die nur E-Mail haben. Nichts verlässt ihn als E-Mail, bevor jemand eingeladen ist.
guests-room-welcome-how = So wird jemand eingeladen: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } ist eingeladen, per E-Mail teilzunehmen. Dorthin geht jetzt eine einzige Mail, und was hier gesagt wird erst nach einer Antwort darauf. !mail uninvite nimmt das zurück.
guests-invited-at-once = ✉ { $person } ist eingeladen, per E-Mail teilzunehmen, und bekommt ab jetzt per E-Mail, was hier gesagt wird. !mail uninvite beendet das.
guests-unverified-hint = Niemand prüft die Absender von Mails an dieses Konto; deshalb werden Mails von Gästen hier nicht gezeigt. !mail guests unverified zeigt sie.
guests-unreadable = Wen? Dazu braucht es eine Adresse, etwa: !mail invite bob@example.org Bob
guests-refused-own = { $address } ist eine unserer eigenen Adressen. Laden Sie den Menschen in Matrix ein.
guests-refused-member = { $address } gehört jemandem aus dem Team. Laden Sie die Person in Matrix ein.
guests-refused-no-power = Niemand wurde eingeladen: Dieser Raum lässt Sie niemanden einladen. Fragen Sie jemanden, der das darf.
guests-refused-encrypted = Niemand wurde eingeladen: Dieser Raum ist verschlüsselt, und was in ihm gesagt wird, darf nicht per E-Mail hinaus.
guests-refused-already = { $address } ist schon eingeladen. !mail guests zeigt, wer per E-Mail mitliest.
guests-refused-stopped = { $address } will keine Mails von hier. Nur von dort lässt sich das ändern, mit einer Mail mit dem Wort START an { $account }.
guests-refused-member-quota = Niemand wurde eingeladen: Sie haben innerhalb eines Tages { $count } eingeladen, so viele, wie die Konfiguration erlaubt. Versuchen Sie es morgen wieder.
guests-refused-all-quota = Niemand wurde eingeladen: Alle zusammen haben innerhalb eines Tages { $count } eingeladen, so viele, wie die Konfiguration erlaubt. Versuchen Sie es morgen wieder.
guests-refused-person-quota = Niemand wurde eingeladen: { $address } hat innerhalb eines Tages schon mehrere Einladungen bekommen. Versuchen Sie es morgen wieder.
guests-no-room = Das ist kein Raum für Gäste. !mail to zeigt, wer bekommt, was hier gesagt wird.
guests-removed = { $person } bekommt nichts mehr aus diesem Raum.
guests-not-there = { $address } ist hier kein Gast. !mail guests zeigt, wer es ist.
guests-answered = { $person } hat auf die Einladung geantwortet und nimmt teil: Was hier gesagt wird, geht ab jetzt per E-Mail dorthin.
guests-stopped = { $person } will keine Mails mehr von hier und bekommt nichts aus diesem Raum. Nur von dort lässt sich das ändern, mit einer Mail mit dem Wort START an { $account }.
guests-started = { $person } nimmt wieder per E-Mail teil.
guests-failed = ⚠ Die Einladung an { $person } ließ sich nicht zustellen und ist damit beendet. Sehen Sie nach, ob die Adresse stimmt.
guests-leaves = Was hier gesagt wird, geht per E-Mail an { $people }.
guests-unverified-kept = Eine Mail, die von { $person } sein will, wird nicht gezeigt: Niemand prüft die Absender von Mails an dieses Konto. !mail guests unverified zeigt weitere.
guests-list-none = Niemand ist eingeladen, per E-Mail an diesem Raum teilzunehmen.
guests-state-invited = eingeladen, noch ohne Antwort
guests-state-active = nimmt per E-Mail teil
guests-state-stopped = will keine Mails
guests-state-removed = wurde herausgenommen
guests-state-failed = war nicht zu erreichen
guests-consent-answer = Wer eingeladen ist, bekommt nach einer Antwort, was hier gesagt wird.
guests-consent-invitation = Wer eingeladen ist, bekommt sofort, was hier gesagt wird.
guests-delivery-now = Es geht nach einer Pause des Gesprächs hinaus.
guests-delivery-hourly = Es wird gesammelt und einmal in der Stunde verschickt.
guests-delivery-daily = Es wird gesammelt und einmal am Tag verschickt.
guests-verified = Mails von Gästen werden nicht gezeigt, weil niemand ihre Absender prüft: !mail guests unverified
guests-unverified = Mails von Gästen werden gezeigt, obwohl niemand ihre Absender prüft: !mail guests verified
guests-ghost-name = { $name } (per E-Mail)
guests-mail-subject = Einladung: { $room }
guests-mail-subject-unnamed = Einladung von { $name }
guests-mail-invites = { $name } lädt Sie zum Gespräch „{ $room }“ ein. Es findet in einem Chat statt; Sie nehmen mit Ihrem Mailprogramm teil und brauchen sonst nichts.
guests-mail-invites-unnamed = { $name } lädt Sie zu einem Gespräch ein. Es findet in einem Chat statt; Sie nehmen mit Ihrem Mailprogramm teil und brauchen sonst nichts.
guests-mail-how = Um teilzunehmen, antworten Sie auf diese Mail: Ihre Antwort wird dort allen gezeigt, und von da an bekommen Sie, was gesagt wird. Ohne Antwort bekommen Sie nichts weiter.
guests-mail-how-at-once = Von jetzt an bekommen Sie, was dort gesagt wird. Was Sie antworten, wird dort allen gezeigt.
guests-mail-stop = Wenn Sie keine Mails von hier wollen, antworten Sie nur mit dem Wort STOP. Dann kann Sie von hier niemand mehr einladen.
guests-stopped-subject = Sie bekommen keine Mails mehr von hier
guests-stopped-text = Eine Mail unter Ihrer Adresse hat darum gebeten. Sie nehmen hier an keinem Gespräch mehr teil, und niemand kann Sie einladen.
guests-stopped-undo = Waren Sie das nicht, oder überlegen Sie es sich anders, antworten Sie auf diese Mail nur mit dem Wort START.
guests-not-here = \`!mail { $name }\` ist für Mailgespräche. Wer diesen Raum per Mail liest, ist hier Gast: \`!mail guests\` zeigt die Gäste, \`!mail invite ADRESSE\` lädt jemanden ein.
guests-encrypted-subject = Was dort gesagt wird, ist jetzt verschlüsselt
guests-encrypted-text = In dem Gespräch, in das { $by } Sie eingeladen hat, wird jetzt verschlüsselt. Verschlüsselte Nachrichten lassen sich nicht als Mail verschicken; Sie bekommen davon nichts. Was Sie schreiben, kommt dort weiterhin an. Fragen Sie { $by }, wie es weitergeht.
guests-page-title = Keine Mails mehr
guests-page-text = Drücken Sie auf die Schaltfläche, wenn Sie keine Mails aus den Gesprächen hier mehr wollen.
guests-page-button = Mails beenden
guests-page-done = Erledigt. Sie bekommen keine Mails aus den Gesprächen hier mehr, und niemand kann Sie einladen.
guests-page-undo = Um das rückgängig zu machen, antworten Sie auf eine Mail, die Sie haben, nur mit dem Wort START.
reaction-said = { $name } hat mit { $emoji } reagiert.
reaction-unplaced = Eine Reaktion von { $person }. Sie gilt keiner Nachricht, die hier bekannt ist, oder kommt nicht von jemandem, der an deren Gespräch teilnimmt; sie liegt im Postfach.
reaction-leaves = Eine Reaktion wie { $emoji } auf eine Mail von { $person } geht als Mail dorthin, an niemanden sonst. Nehmen Sie sie innerhalb von { $seconds } Sekunden weg, und sie geht nicht hinaus.
reaction-mailed = { $name } hat auf Ihre Nachricht reagiert.
history-done =
    Die Mail seit { $since } ist da: { $mails ->
        [one] eine Mail
       *[other] { $mails } Mails
    } in { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    }, in einem eigenen Space. Niemand wurde deshalb benachrichtigt oder eingeladen, und neue Mail geht in denselben Räumen weiter.
history-none = Es gab seit { $since } keine Mail, die zu holen war.
history-left =
    { $count ->
        [one] Eine frühere Mail konnte
       *[other] { $count } frühere Mails konnten
    } nicht geholt werden; was im Postfach liegt, bleibt dort:
history-reading = holt die Mail seit { $since }: bisher { $found } gefunden
history-filling = holt die Mail seit { $since }: { $settled } von { $found }
history-waits = wartet auf { $what }
web-not-there = Hier ist nichts
web-not-there-help = Sehen Sie nach, ob der ganze Link geöffnet wurde: Mailprogramme schneiden ihn manchmal ab. Links für einen einzigen Gebrauch gibt es danach nicht mehr.
web-too-many = Zu viele Anfragen
web-too-many-help =
    { $seconds ->
        [one] Warten Sie eine Sekunde und laden Sie diese Seite dann neu.
       *[other] Warten Sie { $seconds } Sekunden und laden Sie diese Seite dann neu.
    }
web-failed = Hier ist etwas schiefgegangen
web-failed-help = Verloren ist dadurch nichts. Versuchen Sie es gleich noch einmal; bleibt es so, sagen Sie es denen, die Mailroom betreiben.
web-foreign-form = Dieses Formular kam nicht von unserer Seite
web-foreign-form-help = Zu Ihrer Sicherheit wurde nichts getan. Öffnen Sie den Link noch einmal und füllen Sie das Formular dort aus.
login-link = Öffnen Sie innerhalb von 15 Minuten diese Seite und melden Sie sich dort mit Ihrem Postfach an: { $link } Was Sie dort eingeben, kommt nicht nach Matrix.
login-link-then = Am Ende zeigt die Seite sechs Ziffern. Schreiben Sie sie hierher: login und die Ziffern. Geben Sie niemandem den Link oder die Ziffern.
login-added = { $address } ist jetzt hier: Neue Mail kommt in Räume im Space „{ $name }“, in den Sie eingeladen sind und niemand sonst. !mail logout nimmt es wieder weg.
login-wrong =
    { $left ->
        [one] Das sind nicht die Ziffern, die die Seite zeigt. Noch ein Versuch, dann ist die Anmeldung verworfen.
       *[other] Das sind nicht die Ziffern, die die Seite zeigt. Noch { $left } Versuche, dann ist die Anmeldung verworfen.
    }
login-spent = Das war zu oft falsch; die Anmeldung ist verworfen, und was eingegeben wurde, ist gelöscht. !mail login fängt neu an.
login-none = Keine Anmeldung von Ihnen wartet auf Ziffern. !mail login beginnt eine; ihre Ziffern gelten zehn Minuten.
login-already-taken = { $address } ist hier schon ein Konto. Wer Mailroom betreibt, kann sagen, wessen.
login-no-words = Schreiben Sie hier nichts als !mail login und später die sechs Ziffern der Seite. Wenn das ein Passwort war: Löschen Sie die Nachricht und ändern Sie das Passwort.
login-not-allowed = Wer Mailroom betreibt, hat Ihnen nicht erlaubt, ein eigenes Postfach mitzubringen (logins.allowed in der Konfiguration).
login-no-pages = Eigene Postfächer sind hier erlaubt, aber es gibt keine Seite für die Anmeldung. Wer Mailroom betreibt, muss web in der Konfiguration setzen.
logout-none = Hier ist kein Postfach von Ihnen.
logout-which = Welches? !mail logout und die Adresse: { $addresses }
logout-done = { $address } ist weggenommen: die Anmeldung, das Passwort, die Mails und was davon gemerkt war. Das Postfach selbst ist, wie es war. Ich verlasse seine Räume.
login-page-title = Mit dem eigenen Postfach anmelden
login-page-whose = Diese Seite ist für { $user }. Die Mail des Postfachs wird { $user } in Matrix gezeigt. Gehen Sie nur weiter, wenn Sie das sind.
login-page-begin = Das bin ich, weiter
login-page-wrong-title = Noch nicht angemeldet
login-page-address = Mailadresse
login-page-password = Passwort des Postfachs
login-page-password-hint = Viele Anbieter wollen eines für Programme (App-Passwort), wenn Sie sich mit einem zweiten Faktor anmelden.
login-page-name = Ihr Name in Mails
login-page-name-hint = Kann leer bleiben.
login-page-servers = Server
login-page-servers-hint = Sie werden nach der Adresse gefunden. Füllen Sie das nur aus, wenn das nicht gelingt.
login-page-imap = Mail kommt von (IMAP)
login-page-smtp = Mail geht hinaus über (SMTP)
login-page-host = Server
login-page-port = Port
login-page-security = Verschlüsselung
login-page-user = Benutzername, wenn es nicht die Adresse ist
login-page-try = Anmelden
login-page-no-address = Das ist keine Mailadresse. Eine sieht so aus: anna@example.org.
login-page-no-password = Das Passwort fehlt oder hat Zeichen, die keines haben kann.
login-page-too-often = Mit diesem Link wurde es zu oft versucht. Schreiben Sie Mailroom !mail login für einen neuen.
login-page-servers-none = Für diese Adresse wurden keine Server gefunden. Tragen Sie die ein, die Ihr Anbieter nennt.
login-page-servers-closed = Postfächer dieser Domain können hier nicht mitgebracht werden. Wer Mailroom betreibt, kann ihre Server nennen.
login-page-servers-not-public = Diese Server haben keinen öffentlichen Namen mit öffentlicher Adresse; mit ihnen wird nicht verbunden. Wer Mailroom betreibt, kann Server nennen, die innen stehen.
login-page-servers-port = Das ist kein Port eines Mailservers: IMAP hat 993 oder 143, SMTP 465 oder 587.
login-page-refused = { $server } hat Adresse und Passwort nicht angenommen. Sehen Sie nach, ob beide stimmen und ob Ihr Anbieter ein App-Passwort will oder Mailprogramme erst erlauben muss.
login-page-tls = { $server } hat kein Zertifikat gezeigt, dem zu trauen ist. Sehen Sie nach, ob der Name stimmt.
login-page-away = { $server } war nicht zu erreichen. Sehen Sie nach, ob Name, Port und Verschlüsselung stimmen, oder versuchen Sie es später noch einmal.
login-page-taken = Diese Adresse ist hier schon ein Konto. Wer Mailroom betreibt, kann sagen, wessen.
login-page-code-title = Noch ein Schritt
login-page-code = Das Postfach ist gefunden. Schreiben Sie dies in Ihren Direktchat mit Mailroom, als { $user }:
login-page-code-then = Es gilt zehn Minuten, und wenn Sie es nicht schreiben, bleibt nichts gespeichert. Sagen Sie es niemandem. Dann können Sie diese Seite schließen.
login-page-found = Die Mail wird bei { $imap } gelesen und über { $smtp } gesendet.
login-page-over = Dieser Link wurde schon benutzt oder ist zu alt
login-page-over-help = Schreiben Sie !mail login in Ihren Direktchat mit Mailroom für einen neuen.
login-page-coded = Die Ziffern wurden schon gezeigt
login-page-coded-help = Schreiben Sie sie in Ihren Direktchat mit Mailroom. Sind sie verloren, schreiben Sie dort !mail login für einen neuen Link.
login-page-elsewhere = Dieser Link ist in einem anderen Browser offen
login-page-elsewhere-help = Er gilt in dem Browser, in dem er zuerst geöffnet wurde. War das nicht Ihrer, hat ihn jemand anders: Schreiben Sie !mail login in Ihren Direktchat mit Mailroom, dann ist dieser wertlos.
`,
  es: `
mail-image = [imagen: { $alt }]
mail-image-without-alt = [imagen]
mail-rest = Resto del correo
mail-plain-rendering = Texto sin formato del correo
mail-html-rendering = Texto con formato del correo
mail-spoiler = [oculto: { $text }]
mail-cut-here = [Cortado aquí: se muestran { $shownKb } de { $totalKb } KB. El mensaje completo va adjunto.]
mail-signed-pgp = Este mensaje está firmado con OpenPGP; la firma no se ha comprobado.
mail-signed-smime = Este mensaje está firmado con S/MIME; la firma no se ha comprobado.
mail-encrypted-pgp = Este mensaje está cifrado con OpenPGP. Va adjunto tal como llegó; un programa de correo que tenga la clave puede leerlo.
mail-encrypted-smime = Este mensaje está cifrado con S/MIME. Va adjunto tal como llegó; un programa de correo que tenga la clave puede leerlo.
mail-opaque-smime = Este mensaje está firmado con S/MIME de una forma que guarda el texto dentro de la firma; va adjunto tal como llegó.
mail-password-protected = { $name } está protegido: puede que haga falta una contraseña para abrirlo.
mail-further-files = Otros archivos
mail-files-bundled = De los { $all } archivos de este correo, { $count } están en este archivo comprimido.
nested-mail = Correo adjunto
nested-from = De
nested-date = Fecha
nested-subject = Asunto
nested-more-in-file = … el resto está en { $name }
unread-file = No se pudo leer el archivo «{ $name }» de su correo. En su lugar está aquí el correo completo, como archivo.
unread-file-missing = No se pudo leer el archivo «{ $name }» de su correo, por eso falta aquí. Búsquelo en el buzón con un programa de correo.
unread-mail = Ha llegado un correo de { $sender } («{ $subject }») que no se pudo leer: { $reason }. El original va adjunto.
unread-mail-without-subject = Ha llegado un correo de { $sender } que no se pudo leer: { $reason }. El original va adjunto.
unread-mail-without-sender = Ha llegado un correo («{ $subject }») que no se pudo leer: { $reason }. El original va adjunto.
unread-mail-without-sender-and-subject = Ha llegado un correo que no se pudo leer: { $reason }. El original va adjunto.
unread-oversize-mail = Ha llegado un correo de { $size }, escrito por { $sender } («{ $subject }»). No se muestra aquí porque supera { $limit }. Léalo en el buzón con un programa de correo.
unread-oversize-mail-without-subject = Ha llegado un correo de { $size }, escrito por { $sender }. No se muestra aquí porque supera { $limit }. Léalo en el buzón con un programa de correo.
unread-oversize-mail-without-sender = Ha llegado un correo de { $size } («{ $subject }»). No se muestra aquí porque supera { $limit }. Léalo en el buzón con un programa de correo.
unread-oversize-mail-without-sender-and-subject = Ha llegado un correo de { $size }. No se muestra aquí porque supera { $limit }. Léalo en el buzón con un programa de correo.
unread-reason-too-large = es demasiado grande
unread-reason-empty = está vacío
unread-reason-time = leerlo tardaba demasiado
unread-reason-memory = leerlo ocupaba demasiada memoria
unread-reason-crash = el programa que lee los correos falló con él
unread-reason-oversize = es demasiado grande
unread-reason-failed = algo salió mal aquí
calendar-title-invitation = Invitación
calendar-title-changed = Invitación modificada
calendar-title-cancelled = Cancelado
calendar-title-reply = Respuesta a una invitación
calendar-title-counter = Se propone otra hora
calendar-title-published = Cita
calendar-title-task = Tarea
calendar-label = { $name }:
calendar-when = Cuándo
calendar-where = Dónde
calendar-join = Unirse
calendar-organizer = Organiza
calendar-attendees = Asistentes
calendar-repeats = Repetición
calendar-comment = Comentario
calendar-untitled = (sin título)
calendar-all-day = todo el día
calendar-before = antes: { $value }
calendar-occurrence = solo la del { $date }
calendar-added = nuevo: { $names }
calendar-removed = ya no: { $names }
calendar-accepted = aceptado
calendar-declined = rechazado
calendar-tentative = provisional
calendar-delegated = delegado
calendar-no-answer = sin respuesta todavía
calendar-optional = opcional
calendar-and-more = y { $count } más
calendar-date = { $weekday }, { $day } de { $month } de { $year }
calendar-weekday-sunday = domingo
calendar-weekday-monday = lunes
calendar-weekday-tuesday = martes
calendar-weekday-wednesday = miércoles
calendar-weekday-thursday = jueves
calendar-weekday-friday = viernes
calendar-weekday-saturday = sábado
calendar-weekday-short-sunday = dom
calendar-weekday-short-monday = lun
calendar-weekday-short-tuesday = mar
calendar-weekday-short-wednesday = mié
calendar-weekday-short-thursday = jue
calendar-weekday-short-friday = vie
calendar-weekday-short-saturday = sáb
calendar-month-january = enero
calendar-month-february = febrero
calendar-month-march = marzo
calendar-month-april = abril
calendar-month-may = mayo
calendar-month-june = junio
calendar-month-july = julio
calendar-month-august = agosto
calendar-month-september = septiembre
calendar-month-october = octubre
calendar-month-november = noviembre
calendar-month-december = diciembre
calendar-local-time = hora local
calendar-every-second =
    { $interval ->
        [one] cada segundo
       *[other] cada { $interval } segundos
    }
calendar-every-minute =
    { $interval ->
        [one] cada minuto
       *[other] cada { $interval } minutos
    }
calendar-every-hour =
    { $interval ->
        [one] cada hora
       *[other] cada { $interval } horas
    }
calendar-every-day =
    { $interval ->
        [one] cada día
       *[other] cada { $interval } días
    }
calendar-every-week =
    { $interval ->
        [one] cada semana
       *[other] cada { $interval } semanas
    }
calendar-every-month =
    { $interval ->
        [one] cada mes
       *[other] cada { $interval } meses
    }
calendar-every-year =
    { $interval ->
        [one] cada año
       *[other] cada { $interval } años
    }
calendar-on-weekdays = el { $days }
calendar-weekday-nth =
    { $nth ->
        [1] primer { $weekday }
        [2] segundo { $weekday }
        [3] tercer { $weekday }
        [4] cuarto { $weekday }
        [5] quinto { $weekday }
       *[other] { $nth }.º { $weekday }
    }
calendar-weekday-nth-last =
    { $nth ->
        [one] último { $weekday }
       *[other] { $nth }.º { $weekday } desde el final
    }
calendar-and = { $items } y { $last }
calendar-on-month-days = el { $days }
calendar-month-day = día { $day }
calendar-month-day-last =
    { $nth ->
        [one] último día
       *[other] { $nth }.º día desde el final
    }
calendar-in-months = en { $months }
calendar-times =
    { $count ->
        [one] una vez
       *[other] { $count } veces
    }
calendar-until = hasta el { $date }
calendar-own-time = es decir, { $time }
calendar-except = excepto el { $dates }
calendar-contact = Contacto
calendar-contacts = { $count } contactos
calendar-outdated = Ya ha llegado una versión más reciente de esta invitación.
report-action-failed = No se entregó a { $who }.
report-action-failed-without-who = Un correo no se entregó.
report-action-delayed = Todavía no se ha entregado a { $who }.
report-action-delayed-without-who = Un correo todavía no se ha entregado.
report-action-delivered = Entregado a { $who }.
report-action-delivered-without-who = Un correo se entregó.
report-action-relayed = El correo a { $who } pasó a un servidor que no dice si lo entrega.
report-action-relayed-without-who = Un correo pasó a un servidor que no dice si lo entrega.
report-action-expanded = El correo a { $who } se entregó y se repartió a varias personas.
report-action-expanded-without-who = Un correo se entregó y se repartió a varias personas.
report-reason-unknown-user = Esa dirección no existe.
report-reason-unknown-host = Ese dominio (lo que va detrás de la @) no existe.
report-reason-moved = El destinatario tiene ahora otra dirección.
report-reason-no-mail-host = Ese dominio no recibe correo.
report-reason-mailbox-full = Su buzón está lleno.
report-reason-disabled = Su buzón está desactivado.
report-reason-too-large = El correo es demasiado grande para su servidor.
report-reason-spam = Su servidor tomó el correo por spam.
report-reason-authentication = Su servidor no cree que el correo venga de nosotros. Quien gestione nuestro correo puede revisar SPF, DKIM y DMARC.
report-reason-policy = Las normas de su servidor no lo permiten.
report-reason-loop = El correo daba vueltas sin fin.
report-reason-network = No se pudo contactar con su servidor.
report-reason-expired = No se pudo entregar a tiempo.
report-reason-rate = Su servidor solo acepta una cantidad limitada de correo.
report-reason-refused = Su servidor lo rechazó.
report-reason-other = { "" }
report-server-says = El servidor dice: { $words }
report-about = El correo era «{ $subject }».
report-goes-on-trying = El servidor sigue intentándolo por sí mismo.
report-disposition-displayed = { $who } abrió «{ $subject }».
report-disposition-displayed-without-subject = { $who } abrió el correo.
report-disposition-deleted = { $who } borró «{ $subject }», quizá sin leerlo.
report-disposition-deleted-without-subject = { $who } borró el correo, quizá sin leerlo.
report-disposition-denied = El programa de correo de { $who } no dice si «{ $subject }» se abrió.
report-disposition-denied-without-subject = El programa de correo de { $who } no dice si el correo se abrió.
report-disposition-failed = El programa de correo de { $who } no supo tratar «{ $subject }».
report-disposition-failed-without-subject = El programa de correo de { $who } no supo tratar el correo.
report-disposition-processed = «{ $subject }» a { $who } lo trató un programa.
report-disposition-processed-without-subject = El correo a { $who } lo trató un programa.
report-disposition-dispatched = «{ $subject }» a { $who } se reenvió.
report-disposition-dispatched-without-subject = El correo a { $who } se reenvió.
report-automatic = Lo hizo su programa de correo por sí mismo.
report-feedback-abuse = { $who } marcó un correo de aquí como spam.
report-feedback-fraud = { $who } marcó un correo de aquí como fraude.
report-feedback-virus = Se encontró un virus en un correo de aquí a { $who }.
report-feedback-not-spam = { $who } comunicó a su proveedor que un correo de aquí no es spam.
report-feedback-auth-failure = Un correo a { $who } que nombra este dominio como remitente no superó allí la comprobación del remitente.
report-feedback-other = { $who } se quejó de un correo de aquí.
report-as-it-came = El informe tal como llegó
room-nobody-to-mail = No enviado: no hay nadie de fuera a quien enviarlo. Añada a alguien con !mail to name@example.org y escríbalo de nuevo.
room-only-banned-to-mail = No enviado: todos los que lo recibirían están expulsados de esta sala ({ $people }). Para escribirles de todos modos, anule la expulsión o escriba !mail to +{ $address } y dígalo de nuevo.
room-taken-back = Retirado: no se envía.
room-edited-to-command = Retirado: no se envía. Tampoco se ejecutó el comando, porque una edición no ejecuta ninguno. Para ejecutarlo, escríbalo en un mensaje nuevo.
room-try-again-hint = Escriba «!mail retry» para intentarlo de nuevo.
room-no-text = (un correo sin texto)
room-no-sender = Un correo sin remitente:
room-new-subject = Asunto: { $subject }
room-from-mail-program = { $name } (desde un programa de correo):
room-shortened = … cortado aquí; el correo completo está en «{ $name }».
room-original = original
room-whole-mail = correo completo
room-file-too-large = El archivo «{ $name }» ({ $size }) es demasiado grande para el servidor de Matrix, por eso falta aquí. Está en el correo, en el buzón.
room-file-left-out = El fichero «{ $name }» ({ $size }) se omitió al incorporar este correo.
room-import-space = Archivo: { $name }
room-said-for-banned = { $name } está expulsado de esta sala, por eso muestro lo que ha escrito:
room-said-for-kept-out = { $name } no puede escribir en esta sala, por eso muestro lo que ha escrito:
room-said-for-refused = El servidor de Matrix no aceptó esta parte de un correo de { $name }, por eso la muestro:
room-said-for-mail-program = { $name } (desde un programa de correo):
puppet-edit-stays = Esto vino de un programa de correo y salió tal como estaba. El cambio solo se ve en esta sala y no se envía por correo; lo que deba llegar a los demás, escríbelo como mensaje nuevo.
puppet-refused = El servidor de Matrix ya no acepta el token tuyo que tengo, así que ya no hablo como tú con él: lo que escribas en un programa de correo lo digo por ti, con tu nombre. Quien administra Mailroom puede poner uno nuevo en la configuración (puppets.tokens).
room-without-words-mail = ⚠ Este correo falta aquí, entero o en parte: las reglas del servidor de Matrix rechazan sus palabras. No se ha perdido nada: el correo está en el buzón, y «!mail source» como respuesta a esto lo entrega.
room-without-words-notice = ⚠ Las reglas del servidor de Matrix rechazan lo que quería decir aquí.
room-without-words-line = ⚠ Una conversación cuyas primeras palabras rechazan las reglas del servidor de Matrix:
room-login-refused = ⚠ El servidor de correo rechaza el inicio de sesión en este buzón ({ $protocol }), por eso no llega correo nuevo aquí. No se pierde nada: espera en el buzón. La administración tiene que corregir la contraseña (u oauth2) en la configuración. Mailroom lo vuelve a intentar por sí mismo, cada vez con menos frecuencia, durante un día más o menos; «!mail accounts retry» lo intenta ahora.
room-login-ends = ⚠ El proveedor deja entrar a Mailroom en este buzón hasta { $time }. Antes de eso alguien tiene que iniciar sesión de nuevo: quien administra Mailroom, con «mailroom login { $account }».
room-no-secret = ⚠ La contraseña de este buzón falta o no se abre aquí, así que no llega correo nuevo. No se pierde nada: espera en el buzón. «mailroom secret sealed» en la máquina dice qué falla; «mailroom ctl account change { $account } --password-file ARCHIVO» da la contraseña de nuevo.
room-not-invited-blocked = ⚠ { $user } no acepta invitaciones, por eso no puedo enviárselas. A todas las demás personas se las invita como antes. Quien está en el espacio puede entrar por sí mismo en sus salas; para recibir invitaciones de nuevo hay que permitir las de { $bot }.
room-not-invited-refused = ⚠ El servidor de Matrix no me deja invitar a { $user } ({ $code }). A todas las demás personas se las invita como antes. Quien gestiona ese servidor puede decir por qué.
room-not-readable-subject = Correo que no se pudo leer
room-moved-on = Esta sala se ha sustituido por otra. Siga allí, por favor.
room-moved-on-not-mailed = No enviado: esta sala se ha sustituido por otra. Escríbalo allí, por favor.
room-followed = La conversación sigue aquí: lo que se escribe en esta sala sale como correo.
inbox-name = { $account } – Bandeja de entrada
inbox-lobby-name = { $account } – Moderación
inbox-no-subject = (sin asunto)
inbox-only-files =
    { $count ->
        [one] un archivo
       *[other] { $count } archivos
    }
inbox-begun-by = { $name } (nosotros)
inbox-again = { $name } (otra vez)
thread-reason-report = es un informe sobre un correo nuestro de esta conversación
thread-reason-moved = responde a un correo que alguien trasladó aquí
thread-reason-own-id = responde a un correo que se envió desde esta conversación
thread-reason-beside = responde desde la conversación paralela a esta, y su remitente participa solo aquí
thread-reason-same-id = lleva el mismo número (Message-ID) que un correo de esta conversación, con otras palabras
thread-reason-token = se envió a la dirección que nuestros correos de esta conversación indican para las respuestas
thread-reason-in-reply-to = responde a un correo de esta conversación, y su remitente participa
thread-reason-references = remite a un correo de esta conversación, y su remitente participa
thread-reason-alias = responde a un correo nuestro, con el número que el servidor de correo le dio
thread-reason-referenced-by = un correo de esta conversación, llegado antes, responde a este
thread-reason-sibling = responde al mismo correo que otro de aquí; ese correo no lo tenemos
thread-reason-thread-index = Outlook lo incluye en la misma conversación que un correo de esta sala, y su remitente participa
thread-reason-list-room = llegó por la lista a la que está dedicada esta sala
thread-reason-digest = se envió a muchos y no pide respuesta: esos correos comparten una sala
thread-reason-no-references = no responde a nada, así que inició esta conversación
thread-reason-unknown-references = solo responde a correos que esta cuenta no tiene, así que inició esta conversación
thread-reason-changed-subject = responde a otra conversación, pero con otro asunto y sin citarla, así que inició una propia
thread-reason-not-a-participant = menciona un correo de otra conversación en la que su remitente no participa, así que inició una propia
thread-reason-own = se escribió en esta sala
thread-reason-answer = se escribió en esta sala como respuesta
thread-why-other = no se pudo leer entero ({ $reason }), así que solo decidió su encabezado
thread-why-placed = { $user } lo trasladó aquí
thread-why-belongs-same-organisation = menciona un correo de esta conversación; su remitente aún no participaba, pero es de la misma organización que alguien que sí
thread-why-belongs-names-participants = menciona un correo de esta conversación; su remitente aún no participaba, pero escribe a alguien que sí
thread-why-belongs-other = menciona un correo de esta conversación; su remitente aún no participaba, pero está verificado o ya había escrito aquí
thread-changed-subject-here = Responde a otra conversación, pero con otro asunto, así que tiene una sala propia. La otra:
thread-changed-subject-there = Una respuesta a esta conversación tiene otro asunto, así que inició una conversación propia:
thread-stranger-here = Remite a otra conversación, en la que su remitente no participa, así que tiene una sala propia. La otra:
thread-stranger-there = Alguien que no participa en esta conversación remite a ella en un correo. Ese correo no se muestra aquí, sino en una sala propia:
thread-no-subject = (sin asunto)
thread-verified-now = El mismo correo ha llegado otra vez, y ahora su remitente está verificado.
thread-came-directly = El mismo correo ha llegado otra vez, directamente de { $address }, y ese remitente está verificado.
thread-reply-to = Escríbalo como respuesta al mensaje del que se trata.
thread-no-mail = Ese mensaje no es un correo de esta conversación.
thread-which-room = Escriba detrás del comando qué sala: un enlace a ella, su dirección o su identificador.
thread-no-room = Esa no es la sala de una conversación de esta cuenta.
thread-same-room = Esa es ya esta sala: no se trasladó nada.
thread-nothing-here = En esta conversación no hay ningún correo.
thread-too-many = No se trasladó nada: serían { $count } correos, y a la vez se trasladan como mucho { $most }.
thread-first-stays = La conversación empieza con ese mensaje: no hay nada que separar.
thread-moved-to =
    { $count ->
        [one] Un correo está ahora en:
       *[other] { $count } correos están ahora en:
    }
thread-moved-away = Trasladado a:
thread-moved-here =
    { $count ->
        [one] { $user } trasladó un correo aquí. El original:
       *[other] { $user } trasladó { $count } correos aquí. Los originales:
    }
thread-original = mensaje { $place }
thread-goes-on-there = No enviado: esta conversación sigue en otra sala. Escríbalo allí, por favor:
thread-answer-there = No enviado: el mensaje al que responde se trasladó a otra sala. Respóndalo allí, por favor:
sender-not-verified = sin verificar
sender-group-only = solo lo dice un grupo
sender-failed = comprobación fallida
sender-not-their-name = nombre sospechoso
sender-claims = ⚠ Un correo que dice ser de { $claim }, pero no superó la comprobación del remitente:
sender-suspected = ⚠ Un correo sospechoso espera una decisión; hasta entonces no se muestra en su conversación. Dice ser de { $claim }.
sender-suspected-reason-internal-claimed = Esa es una de sus propias direcciones, y nada demuestra que el correo venga de ella.
sender-suspected-reason-dmarc-policy = No superó la comprobación del remitente, y el dueño de ese dominio pide que no se acepten esos correos.
sender-suspected-subject = Asunto: { $subject }
sender-suspected-how = Reaccione con ✅ para mostrarlo en su conversación (con una marca) o con ❌ para dejarlo fuera; o responda !mail accept o !mail refuse.
sender-accepted = Aceptado: se muestra en su conversación, con una marca.
sender-refused = Rechazado: no se muestra. Se queda en el buzón.
sender-suspected-reply-to = Escríbalo como respuesta al mensaje sobre el correo sospechoso.
sender-not-suspected = Detrás de ese mensaje no espera (o ya no espera) ningún correo sospechoso.
sender-why-reply-to = Escríbalo como respuesta al mensaje por el que pregunta.
sender-why-unknown = A ese mensaje no le corresponde ningún correo.
sender-why-thread = En esta conversación porque: { $reason }
sender-why-sender = Remitente: { $verdict }. Lo que decidió: { $reason }.
sender-verdict-pass = verificado
sender-verdict-fail = comprobación fallida
sender-verdict-unchecked = sin verificar
sender-reason-submission = inició sesión en nuestro propio servidor de correo para enviarlo
sender-reason-auth = nuestro servidor de correo dice que había iniciado sesión
sender-reason-dmarc = las reglas del dominio del remitente (DMARC)
sender-reason-dkim = la firma del dominio (DKIM)
sender-reason-spf = el servidor del que vino (SPF)
sender-reason-arc = la palabra de un servidor de confianza que lo transmitió (ARC)
sender-reason-no-from = el correo no nombra a ningún remitente
sender-reason-several-from = el correo nombra a varios remitentes
sender-reason-group = solo el grupo por el que pasó dice quién lo escribió
sender-reason-other-login = otra persona había iniciado sesión para enviarlo
sender-reason-nothing-proven = nada demuestra quién lo envió
sender-reason-no-results = nadie lo ha comprobado
sender-reason-not-readable = el correo no se pudo leer
sender-why-ours = Remitente: uno de los nuestros, no hace falta comprobarlo.
sender-why-marked = Marcado, porque: { $marks }.
sender-mark-failed = no superó la comprobación
sender-mark-other-login = otra persona había iniciado sesión para enviarlo
sender-mark-no-from = no nombra a ningún remitente
sender-mark-several-from = nombra a varios remitentes
sender-mark-group = su remitente es un grupo, no una persona
sender-mark-unchecked = su remitente no está verificado
sender-mark-group-only = solo un grupo dice quién lo escribió
sender-mark-newcomer = su remitente es nuevo en esta conversación
sender-mark-imitates = su nombre es el de alguien de los suyos o de una de sus cuentas
sender-mark-address-in-name = su nombre es otra dirección
sender-mark-turned-name = su nombre tiene caracteres que invierten el sentido de la escritura
sender-mark-mixed-scripts = su nombre mezcla letras de varios alfabetos
sender-why-by = · { $said } (dice { $by })
admission-mark = nuevo aquí
admission-joined = ⚠ { $person } es nuevo aquí: respondió a un correo dirigido a otra persona.
admission-joined-how = Reaccione con ✅ para que participe, o con ❌ para no mostrar más correos suyos en esta sala; o responda !mail allow o !mail block. Hasta entonces no se le envía ninguna respuesta, salvo que usted responda a su mensaje.
admission-colleague-joined = { $person } escribe aquí por primera vez. Está verificado y es de la misma organización ({ $domain }) que alguien que participa.
admission-colleague-joined-how = No se le envía ninguna respuesta hasta que usted, o alguien que participa, le escriba, o usted reaccione con ✅. Una respuesta a su mensaje sí le llega; con ❌ no se muestran más correos suyos en esta sala.
admission-welcomed = { $address } participa desde ahora.
admission-refused = Los correos de { $address } ya no se muestran en esta sala.
admission-whom = Diga a quién: !mail block bob@example.org, o un dominio, o responda a un mensaje suyo.
admission-no-pattern = «{ $text }» no es ni una dirección ni un dominio (* vale por cualquier cosa).
admission-blocked = Bloqueado en toda la cuenta: { $pattern }. Esos correos no se muestran; se quedan en el buzón.
admission-blocked-here = Bloqueado en esta sala: { $pattern }. Esos correos no se muestran; se quedan en el buzón.
admission-allowed = Permitido en toda la cuenta: { $pattern }. Esas personas participan sin que se pregunte, si están verificadas.
admission-allowed-here = Permitido en esta sala: { $pattern }. Esas personas participan sin que se pregunte, si están verificadas.
admission-dropped = Ya no hay ninguna regla sobre { $pattern }.
admission-not-there = Aquí no hay ninguna regla sobre { $pattern }.
admission-no-rules = No hay reglas sobre quién puede participar.
admission-rules = Reglas sobre quién puede participar:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = en esta sala
admission-of-config = de la configuración
admission-more = … y { $count } más
admission-not-shown = Correos que no se mostraron en los últimos { $days } días: { $count }
admission-not-shown-why-blocked = bloqueados por { $detail }
admission-not-shown-why-refused = de personas rechazadas en una sala
admission-not-shown-why-newcomer = de alguien nuevo en una conversación
admission-not-shown-why-lists-ignored = de listas de correo
admission-not-shown-why-bulk-ignored = boletines y otros envíos masivos
admission-open = Esta sala está abierta: participa quien responda a uno de sus correos y esté verificado.
admission-asked = Esta sala no está abierta: si el correo de alguien nuevo se muestra o se rechaza está fijado para toda la cuenta.
admission-only-in-thread = Eso solo se puede usar en la sala de una conversación.
admission-refusal-subject = No entregado: { $subject }
admission-refusal-subject-without-subject = Su mensaje no se entregó
admission-refusal-undelivered = Su mensaje a { $account } no se entregó a las personas que hay detrás de esta dirección: usted no participa en esa conversación, o no aceptan correo suyo.
admission-refusal-other-way = Si cree que deberían leerlo, escríbales por otro medio.
admission-refusal-program = Este aviso lo ha escrito un programa. Por favor, no lo responda.
admission-automatic = Correo automático de { $person }:
admission-digest = Boletines
admission-reply-to-answer = No enviado: a esta sala llega correo de muchos remitentes y no está claro quién debe recibirlo. Escríbalo como respuesta al mensaje que quiere responder.
overflow-room = Correos en espera
overflow-mail = Un correo de { $from } espera aquí y todavía no se muestra: en una hora llegó demasiado correo nuevo de fuera.
overflow-how = Reaccione con ✅ para dejarlo entrar o con ❌ para dejarlo fuera (se queda en el buzón). !mail overflow let-in los deja entrar todos.
overflow-how-all = !mail overflow let-in los deja entrar todos, !mail overflow discard los deja fuera todos. Escrito como respuesta a uno de ellos, vale solo para ese.
overflow-waiting =
    { $count ->
        [one] Un correo espera para entrar.
       *[other] { $count } correos esperan para entrar.
    }
overflow-none = No hay correos que esperen para entrar.
overflow-not-there = Detrás de ese mensaje no espera (o ya no espera) ningún correo.
overflow-let-in =
    { $count ->
        [one] Ha entrado.
       *[other] Han entrado { $count } correos.
    }
overflow-discarded =
    { $count ->
        [one] No se muestra; se queda en el buzón.
       *[other] No se muestran { $count } correos; se quedan en el buzón.
    }
old-mail-waits =
    { $count ->
        [one] Un correo del buzón es más antiguo que esta cuenta y espera.
       *[other] { $count } correos del buzón son más antiguos que esta cuenta y esperan. Probablemente alguien los copió o trasladó allí.
    }
old-mail-between = El buzón los recibió entre el { $from } y el { $to }.
old-mail-of = El buzón los recibió el { $day }.
old-mail-how = Reaccione con ✅ para mostrarlos sin ruido: cada conversación tiene su sala, y no se invita ni se avisa a nadie. ❌ los deja en el buzón, sin mostrarlos.
old-mail-how-else = !mail old as-new los trata como correo que acaba de llegar, con invitaciones y líneas en la bandeja de entrada.
old-mail-answers = Esperan hasta que alguien decida. Quien responda a uno de ellos trae consigo su conversación.
old-mail-over = Aquí ya no espera ningún correo antiguo.
old-mail-none = No espera ningún correo antiguo.
old-mail-quietly =
    { $count ->
        [one] El correo se muestra sin ruido.
       *[other] { $count } correos se muestran sin ruido, primero los más antiguos. Sus salas están en el espacio.
    }
old-mail-as-new =
    { $count ->
        [one] El correo entra como nuevo.
       *[other] { $count } correos entran como nuevos.
    }
old-mail-left =
    { $count ->
        [one] El correo no se muestra; se queda en el buzón.
       *[other] { $count } correos no se muestran; se quedan en el buzón.
    }
old-mail-left-before =
    { $count ->
        [one] Antes se dejó un correo antiguo en el buzón.
       *[other] Antes se dejaron { $count } correos antiguos en el buzón.
    }
old-mail-decided =
    { $count ->
        [one] Se decidió sobre un correo.
       *[other] Se decidió sobre { $count } correos.
    }
recipients-why-sender-only = solo a { $address }, como pidió
recipients-why-chosen = como se fijó en esta sala; !mail to, !mail cc y !mail bcc lo cambian
recipients-bcc = Copia oculta (nadie más la ve)
recipients-first-time = El primer correo de aquí a { $people }. Sale dentro de { $seconds } segundos; hasta entonces, ❌ en su mensaje lo detiene.
recipients-kept-inside = No enviado: lo que se escribe en el hilo de una nota se queda en esta sala. Para enviarlo, escríbalo fuera de ese hilo.
recipients-notice-answered = No enviado: una respuesta a un mensaje mío se queda en esta sala. Para enviarlo, escríbalo como mensaje aparte o como respuesta a un correo.
recipients-like-command = No enviado, porque empieza como un comando mío.
recipients-mail-it-all = Para enviarlo tal cual, escriba !reply delante.
recipients-none = nadie
recipients-not-verified = Cuidado: no está verificado quién envió el correo que usted responde.
recipients-left-out = Quedan fuera, porque el correo enviado allí volvió: { $people }. !mail unpause DIRECCIÓN vuelve a enviar allí.
recipients-nobody-left = Por ahora nadie recibiría una respuesta.
recipients-will-quote = El próximo correo cita la conversación hasta ahora, para que { $people } pueda seguirla.
recipients-ghost-added = { $person } recibe una copia de cada correo desde su próximo mensaje; el primero cita la conversación hasta ahora. Para que deje de recibirla, sáquela de la sala.
recipients-ghost-added-known = { $person } recibe una copia de cada correo desde su próximo mensaje. Para que deje de recibirla, sáquela de la sala.
recipients-ghost-dropped = { $address } ya no recibe los correos de esta conversación hasta que vuelva a escribir. Para añadir antes a esa persona, invítela o escriba !mail cc +{ $address }
recipients-ghost-banned = { $address } está expulsado de esta sala. Ya no recibe los correos de esta conversación, tampoco si vuelve a escribir; nada de lo que escriba se pierde: lo muestro aquí en su lugar.
recipients-ghost-banned-how = Para volver a enviarle correos, anule la expulsión o escriba !mail to +{ $address }. Para no ver más correos suyos, escriba !mail block { $address }
recipients-ghost-unbanned = { $address } ya no está expulsado de esta sala y recibe de nuevo los correos de esta conversación.
recipients-ghost-not-added = { $address } no se añadió: es una dirección de esta cuenta, o no es la de nadie.
recipients-unreadable = «{ $what }» no es una dirección de correo. Se usa así: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } se dejó fuera: es una dirección de esta cuenta.
recipients-from = Los correos de esta conversación salen desde { $address }.
recipients-not-own = { $address } no es una dirección de esta cuenta. Tiene: { $own }
recipients-subject = El asunto es: { $subject }
recipients-subject-set = Desde el próximo correo, el asunto es: { $subject }. Algunos programas de correo lo muestran como otra conversación.
recipients-sender-only = Desde el próximo mensaje, solo el remitente del correo que usted responde recibe la respuesta. !mail reply-to-sender off lo termina.
recipients-to-all-again = Desde el próximo mensaje, las respuestas van otra vez a todos.
recipients-quoted-thread = La conversación hasta ahora:
compose-ask-account = ¿Desde qué cuenta hay que enviarlo? Escriba una de: { $accounts }.
compose-ask-to = ¿A quién? Escriba una o varias direcciones de correo.
compose-ask-subject = ¿Cuál es el asunto? Escriba - para ninguno.
compose-cancel-hint = { $command } lo deja.
compose-not-understood = No lo he entendido.
compose-cancelled = De acuerdo: no se inició ninguna conversación.
compose-nothing-to-cancel = Aquí no hay nada que cancelar.
compose-begun = Una conversación con { $people } empieza en su propia sala:
compose-room = sala
compose-welcome = Una conversación nueva: lo que escriba aquí sale como correo de { $from } a { $people }.
compose-subject = Asunto: { $subject }
compose-subject-from-words = Las primeras palabras de su primer mensaje serán el asunto, salvo que antes fije uno: !mail subject …
compose-first-is-mail = Su primer mensaje es el primer correo. !mail to, !mail cc y !mail bcc cambian quién lo recibe.
compose-wrote = { $name } escribió:
compose-ask-account-here = Todavía no se envía nada: ¿desde qué cuenta hay que enviarlo? Escriba una de: { $accounts }
compose-may-not = Aquí no puede iniciar conversaciones por correo. Pregunte a alguien del equipo de una cuenta de correo o a la administración de este servidor.
compose-encrypted = No se envió nada: esta sala está cifrada y no puedo leerla. Cree una sin cifrado, por favor.
forward-to-whom = ¿A quién? Escriba una dirección detrás: !mail forward bob@example.org ¿Sabe qué es esto?
forward-own-address = { $address } es una dirección de esta cuenta: no se reenvió nada.
forward-takes-part = { $address } participa en esta conversación: escriba aquí lo que deba leer. No se reenvió nada.
forward-unreadable = Ese correo no se puede leer aquí y por eso no se puede reenviar.
forward-begun = { $name } reenvía este correo a { $people }. Lo que respondan llega a una sala propia y nadie de esta conversación lo recibe. ❌ en este mensaje detiene el correo mientras no haya salido:
forward-aside = Consulta aparte de otra conversación, cuyos participantes no reciben nada de aquí:
forward-wrote = { $name } reenvía un correo:
forward-not-verified = Cuidado: no está verificado quién envió el correo que se reenvía aquí.
forward-shown-shortened = [Acortado aquí; el correo sale entero.]
forward-files = Archivos: { $names }
forward-stopped = Retirado: el correo no se reenvía.
forward-too-late = Demasiado tarde: el correo ya se reenvió.
forward-apart-first = En este correo figuran también { $people }. Pertenecen a la conversación de la que esta es una consulta aparte; aquí quedan fuera y no reciben ninguna respuesta:
forward-apart-asked = En este correo figuran también { $people }. Solo se les consultó aparte y no reciben ninguna respuesta de aquí, salvo que !mail cc los nombre:
forward-not-here = No se puede añadir a { $people }: pertenece a la conversación de la que esta es una consulta aparte y no debe ver lo que se escribe aquí. Escríbale allí.
forward-stays-apart = Una de estas conversaciones empezó aparte de la otra: siguen separadas, para que nadie de una lea la otra. No se movió nada.
forward-answered = { $name } respondió aparte. Para contestar, vaya a la sala de esa conversación:
outgoing-some-message = (un mensaje del chat)
outgoing-some-room = (una sala de chat)
outgoing-spoiler-label = [oculto: { $reason }]
outgoing-spoiler-label-without-reason = [oculto, selecciónelo para leerlo]
outgoing-wrote = { $name } escribió:
outgoing-wrote-at = El { $day }/{ $month }/{ $year } a las { $time }, { $name } escribió:
outgoing-attached = Adjunto: { $name } ({ $size })
outgoing-attached-without-size = Adjunto: { $name }
outgoing-voice-message-file = Mensaje de voz
outgoing-voice-message = Mensaje de voz ({ $duration }), adjunto
outgoing-voice-message-without-duration = Mensaje de voz, adjunto
outgoing-audio = Audio: { $name } ({ $duration }), adjunto
outgoing-audio-without-duration = Audio: { $name }, adjunto
outgoing-video = Vídeo: { $name } ({ $duration }), adjunto
outgoing-video-without-duration = Vídeo: { $name }, adjunto
outgoing-sticker = [pegatina: { $name }]
outgoing-location = Ubicación: { $description }
outgoing-location-without-description = Ubicación:
outgoing-poll = Encuesta: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Responda con el número de su elección.
       *[other] Responda con los números de sus elecciones, { $choices } como máximo.
    }
outgoing-forwarded-by = Mensaje reenviado por { $name }
outgoing-forwarded-from = De: { $people }
outgoing-forwarded-date = Fecha: { $day }/{ $month }/{ $year } { $time }
outgoing-forwarded-subject = Asunto: { $subject }
outgoing-forwarded-to = Para: { $people }
outgoing-forwarded-cc = CC: { $people }
outgoing-forwarded-not-verified = No está verificado quién envió este mensaje.
outgoing-forwarded-encrypted = Este mensaje está cifrado. Va adjunto tal como llegó; un programa de correo que tenga la clave puede leerlo.
outgoing-forwarded-too-long = Este mensaje es demasiado largo para figurar aquí entero; va adjunto tal como llegó.
guests-mail-left =
  { $count ->
    [one] { $count } mensaje más no está en este correo. Está en la sala:
   *[other] { $count } mensajes más no están en este correo. Están en la sala:
  }
guests-mail-in-room = En la sala
guests-mail-thread = En el hilo «{ $words }»
guests-mail-file-there = en la sala
guests-mail-why = Usted participa en «{ $room }» por correo: lo que responda se dice allí.
guests-mail-choices = ¿Con qué frecuencia quiere correo? Responda con una de estas opciones sola en la primera línea: { $now }, { $hourly }, { $daily } o { $pause }. Para no recibir nada más, responda con STOP.
guests-word-now = ahora
guests-word-hourly = cada hora
guests-word-daily = cada día
guests-word-pause = pausa
guests-chosen-subject = Con qué frecuencia recibe correo
guests-chosen-now = Desde ahora recibe lo que se dice tras una pausa de la conversación, y enseguida lo que le menciona.
guests-chosen-hourly = Desde ahora recibe como mucho un correo por hora, y enseguida lo que le menciona.
guests-chosen-daily = Desde ahora recibe un correo al día, y enseguida lo que le menciona.
guests-chosen-pause = Por ahora no recibe nada, de ninguna sala. Cuando quiera correo de nuevo, responda con: { $now }
delivery-mail-of = Correo de { $time }, por { $author }:
delivery-standing-waiting = espera a ser enviado
delivery-standing-held = todavía se puede cambiar
delivery-standing-deferred = el servidor de correo aún no lo acepta; se vuelve a intentar automáticamente
delivery-standing-accepted = entregado al servidor de correo
delivery-standing-refused = rechazado
delivery-standing-paused = no enviado, la dirección está en pausa
delivery-standing-delayed = con retraso, su servidor sigue intentándolo
delivery-standing-bounced = no entregado
delivery-standing-delivered = entregado
delivery-standing-relayed = pasado a un servidor que no dice si lo entrega
delivery-standing-expanded = entregado y repartido a varias personas
delivery-standing-read = abierto
delivery-standing-unknown = quizá enviado, quizá no: la conexión se cortó al final
delivery-claimed = un informe que cualquiera pudo escribir dice: { $standing }
delivery-status-reply-unknown = A ese mensaje no le corresponde ningún correo nuestro.
delivery-not-handed = Todavía no se ha enviado a { $address }: nuestro propio servidor de correo no puede aceptarlo por ahora. Se vuelve a intentar automáticamente. ({ $words })
delivery-passed = Un mensaje posterior de esta conversación sale ahora antes que este: el servidor de correo todavía no ha aceptado este. Se vuelve a intentar automáticamente.
delivery-unseen = Esto todavía no se ha enviado: el servidor de Matrix no me deja leer esta sala en este momento, así que no puedo ver si usted lo ha modificado o borrado. Sigo intentándolo; se envía en cuanto haya podido mirar.
delivery-unproven = Nada demuestra que este informe venga de un servidor de correo: cualquiera que tenga el correo pudo escribirlo. Por eso no ha cambiado nada.
delivery-paused-now = No se envía nada más a { $address } hasta que alguien escriba !mail unpause { $address }
delivery-paused-since = No se envía nada a { $address } desde el { $date }: { $why } !mail unpause { $address } lo intenta de nuevo.
delivery-paused-since-without-why = No se envía nada a { $address } desde el { $date }. !mail unpause { $address } lo intenta de nuevo.
delivery-left-out = { $address } queda fuera de este correo y de los siguientes de aquí: no se le envía nada desde el { $date }. { $why } Si la dirección vuelve a ser buena, !mail unpause { $address } envía allí lo que aquí se retuvo, y los correos siguientes.
delivery-left-out-without-why = { $address } queda fuera de este correo y de los siguientes de aquí: no se le envía nada desde el { $date }. Si la dirección vuelve a ser buena, !mail unpause { $address } envía allí lo que aquí se retuvo, y los correos siguientes.
delivery-others-get-it = Los demás reciben este correo; ✔️ en él se refiere a ellos. Lo digo una sola vez en esta sala.
delivery-nobody-left = Así que nadie recibe este mensaje: no se envía. Sale después de ese comando. Para escribir a otra dirección, fíjela con !mail to DIRECCIÓN y dígalo de nuevo.
delivery-unpaused =
    { $mails ->
        [0] Se vuelve a enviar a { $address }.
        [one] Se vuelve a enviar a { $address }. Un correo que esperaba por ello sale ahora.
       *[other] Se vuelve a enviar a { $address }. { $mails } correos que esperaban por ello salen ahora.
    }
delivery-not-paused = Nada que hacer: se envía a { $address } como siempre.
delivery-no-address = Eso no es una dirección de correo. Se usa así: !mail unpause bob@example.org
brakes-stopped = Detenido: esto no se envió. { $why }
brakes-why-came-back = El correo al que responde ya ha pasado por este buzón.
brakes-why-repeated = Responde a un correo en menos de un minuto, y las mismas palabras han vuelto varias veces.
brakes-why-rate = Responde en menos de un minuto a un correo que parece respondernos, y varias respuestas anteriores hicieron lo mismo, como cuando dos máquinas se responden.
brakes-why-first = Responde en menos de diez segundos a un correo que inicia una conversación. Lo mismo hicieron varias respuestas anteriores al mismo remitente, y poco después de cada una llegó un correo nuevo, como cuando dos máquinas se responden.
brakes-why-stopped = En esta conversación ya se detuvo una respuesta, y también se detienen las siguientes que lleguen en menos de un minuto.
brakes-why-received = El correo al que responde ha pasado por demasiados servidores.
brakes-why-steady = Esta conversación ha tenido en una hora o en un día más respuestas de las que escriben las personas.
brakes-stopped-how = ¿Lo escribió una persona? La reacción ✅ en este mensaje (o !mail brake reset) lo envía junto con lo que espera; ❌ lo descarta.
brakes-slow-passes = Las respuestas que tardan más de un minuto se envían como siempre.
brakes-released =
    { $count ->
        [0] Liberado; no esperaba nada.
        [one] Liberado: sale un correo.
       *[other] Liberado: salen { $count } correos.
    }
brakes-cancelled =
    { $count ->
        [one] Descartado: un correo no sale.
       *[other] Descartado: { $count } correos no salen.
    }
brakes-none = Aquí no hay nada detenido.
brakes-thread =
    { $mails ->
        [one] Detenido desde { $since }: «{ $subject }», espera un correo
       *[other] Detenido desde { $since }: «{ $subject }», esperan { $mails } correos
    }
brakes-reset-how = Escriba !mail brake reset en la sala de la conversación para enviarlos.
brakes-tripped-volume = ⚠ Todo el correo saliente está detenido: { $count } correos en diez minutos son más de los que se escriben aquí.
brakes-tripped-refusals = ⚠ Todo el correo saliente está detenido: en diez minutos se rechazaron { $count } correos, la mayoría de los enviados.
brakes-tripped-how = No se pierde nada: los correos esperan. Averigüe qué envía tanto y escriba después !mail breaker reset (o ejecute «mailroom breaker reset»); entonces salen.
brakes-open = Todo el correo saliente está detenido desde { $since }; correos en espera: { $waiting }.
brakes-closed = El correo saliente no está detenido: { $sent } correos en los últimos diez minutos.
brakes-reset = El correo saliente ya no está detenido (lo dijo { $by }); correos en espera que salen ahora: { $waiting }.
brakes-not-open = El correo saliente no está detenido.
helpdesk-span-minute =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
helpdesk-claimed = Ahora se ocupa usted de esta conversación.
helpdesk-had-by = { $name } se ocupa de esta conversación. Para dársela a otra persona, escriba !mail assign y su nombre.
helpdesk-had-by-invited = { $name } se ocupa de esta conversación, y usted tiene una invitación a su sala. Para dársela a otra persona, escriba !mail assign y su nombre.
helpdesk-had-already = Usted ya se ocupa de esta conversación.
helpdesk-unclaimed = Ahora nadie se ocupa de esta conversación. !mail claim o la reacción 👀 la toma.
helpdesk-gave-back = { $name } ha salido de la sala. Ahora nadie se ocupa de esta conversación.
helpdesk-declined = { $name } ha rechazado la invitación. Ahora nadie se ocupa de esta conversación.
entry-crowded = En un día llegaron más de { $count } conversaciones nuevas. Desde ahora no se invita a nadie a cada sala nueva.
entry-crowded-how = La bandeja de entrada tiene una línea para cada una. 👀 en una línea, o !mail claim con su enlace, toma la conversación y le invita a su sala. Cuando está cerrada, usted sale de la sala; puede volver en cualquier momento, por el espacio o con 👀 en su línea.
entry-crowded-back = invite: everyone en la configuración recupera las invitaciones.
entry-done = Esta conversación está cerrada. Puede volver por el espacio.
entry-claim-which = ¿Qué conversación? Responda a su línea en la bandeja de entrada con !mail claim, o dé el enlace a su sala: !mail claim ENLACE.
helpdesk-nobody-has-it = Nada que hacer: nadie se ocupaba de esta conversación.
helpdesk-assigned = { $name } se ocupa ahora de esta conversación.
helpdesk-assigned-to-you = { $by } le ha dado esta conversación.
helpdesk-not-found = Nadie del equipo se llama «{ $text }», o se llaman así varias personas. Escriba el nombre completo de Matrix, por ejemplo @nombre:servidor.
helpdesk-claim-lapsed = { $name } no respondió a tiempo, así que ahora nadie se ocupa de esta conversación. !mail claim o la reacción 👀 la toma.
helpdesk-is-answering = { $name } está respondiendo aquí ahora.
helpdesk-has-it = { $name } se ocupa de esta conversación.
helpdesk-still-goes = Su respuesta sale de todos modos; ❌ en ella la detiene.
helpdesk-came-meanwhile = Llegó un correo nuevo de { $from } antes de enviarse esto. Su mensaje sale de todos modos, un poco más tarde; ❌ en él lo detiene.
helpdesk-same-by-you = Acaba de escribir lo mismo.
helpdesk-same-by = { $name } acaba de escribir lo mismo.
helpdesk-same-how = No se envía por segunda vez sin su permiso: reaccione con ✅ para enviarlo de todos modos, con ❌ para dejarlo.
helpdesk-to-colleague = Esto empieza con el nombre de alguien del equipo, así que no se envía. ¿Es para la gente de fuera? Reaccione con ✅ para enviarlo (sin el nombre); con ❌, o sin respuesta, se queda en esta sala. «!note …» y «!reply …» lo dicen de antemano.
helpdesk-same-dropped = No enviado: se queda en esta sala.
helpdesk-mailed-already = Demasiado tarde: ya se ha enviado y no se puede recuperar. Para corregirlo, responda a este mensaje; su respuesta va a las mismas personas.
helpdesk-mailed-under-way = Demasiado tarde: esto ya no se puede modificar ni recuperar. El correo está escrito, aunque el servidor de correo aún no lo ha aceptado para todos; se vuelve a intentar. Para corregirlo, responda a este mensaje; su respuesta va a las mismas personas.
helpdesk-done = Hecho. La sala sale de la lista de conversaciones abiertas; un correo nuevo la devuelve.
helpdesk-done-already = Esta conversación ya está cerrada.
helpdesk-reopened = Esta conversación vuelve a estar abierta.
helpdesk-open-already = Esta conversación ya está abierta.
helpdesk-snoozed = Aplazada hasta { $until }, o hasta que llegue un correo.
helpdesk-snooze-how = ¿Hasta cuándo? Por ejemplo: !mail snooze 4h, !mail snooze mañana 9:00, !mail snooze lun, !mail snooze 2026-12-01. Un año como máximo.
helpdesk-today = hoy
helpdesk-tomorrow = mañana
helpdesk-awake = Se acabó el plazo: esta conversación, que estaba aplazada, vuelve a estar abierta.
helpdesk-list-of-all = Abiertas
helpdesk-list-of-mine = Abiertas, las suyas
helpdesk-list-of-unclaimed = Abiertas, libres
helpdesk-list-of-us = Esperan por nosotros
helpdesk-list-of-them = Esperamos por otros
helpdesk-list-of-snoozed = Aplazadas
helpdesk-list-of-done = Cerradas
helpdesk-nothing = ninguna
helpdesk-page-of = página { $page } de { $pages }
helpdesk-next-page = Más: { $command }
helpdesk-no-subject = (sin asunto)
helpdesk-waits-us = espera por nosotros desde hace { $span }
helpdesk-waits-them = esperamos desde hace { $span }
helpdesk-waits-nobody = desde hace { $span }
helpdesk-turn-us = espera por nosotros desde { $date }
helpdesk-turn-them = esperamos desde { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = libre
helpdesk-list-how = «{ $word }» no es una lista, ni una cuenta suya, ni una página. Se usa así: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } conversación abierta
       *[other] { $total } conversaciones abiertas
    }
helpdesk-and-more = y { $count } más: !mail list
helpdesk-overview-enter = 👀 en su línea de la bandeja de entrada, o !mail claim con su enlace, toma una conversación y le invita a su sala.
helpdesk-remind-you = esta conversación espera una respuesta desde hace { $span }.
helpdesk-remind-team = Estas conversaciones esperan una respuesta y nadie se ocupa de ellas (la reacción 👀 en la sala toma una):
team-asked =
    { $count ->
        [one] ⚠ Según la configuración, { $names } ya no es de este equipo y no puede hacer nada más aquí.
       *[other] ⚠ Según la configuración, { $count } personas ya no son de este equipo y no pueden hacer nada más aquí: { $names }.
    }
team-given-back =
    { $claims ->
        [0] No tenían ninguna conversación.
        [one] Una conversación que tenían ya no es de nadie.
       *[other] { $claims } conversaciones que tenían ya no son de nadie.
    }
team-asked-rooms =
    { $rooms ->
        [one] Siguen en una sala de esta cuenta.
       *[other] Siguen en { $rooms } salas de esta cuenta.
    }
team-asked-how = Tantas personas a la vez pueden ser un error, por eso no se saca a nadie de las salas sin que alguien lo diga: ✅ las saca del espacio y de sus salas, ❌ las deja allí sin derechos. Si fue un error, vuelva a ponerlas en el equipo en la configuración; entonces no pasa nada más.
team-begun = { $names }: fuera de este equipo. Ha empezado la salida de las salas (en total { $rooms }); tarda un rato.
team-progress = Las salas siguen al equipo: hechas { $done } de { $rooms }.
team-left = { $name } ya no es del equipo: { $rooms ->
        [one] salió de una sala
       *[other] salió de { $rooms } salas
    }, { $claims ->
        [one] devolvió una conversación
       *[other] devolvió { $claims } conversaciones
    }.
team-joined = { $name } es ahora del equipo: con invitación a { $rooms ->
        [one] una sala
       *[other] { $rooms } salas
    }, y derechos de moderación en { $levels }.
team-refused =
    { $rooms ->
        [one] En una sala, el servidor de Matrix no me dejó hacerlo todo; el registro la nombra.
       *[other] En { $rooms } salas, el servidor de Matrix no me dejó hacerlo todo; el registro las nombra.
    }
team-let-leave = { $names }: la salida de { $rooms ->
        [one] una sala
       *[other] { $rooms } salas
    } empieza ahora. Aquí se dirá cuándo termina.
team-let-stay = { $names }: sigue en las salas, sin derechos. Quien modere una sala puede sacar de ella a quien quiera.
team-reason = Usted ya no es del equipo de { $account }.
team-nobody-leaves = En las salas ya no queda nadie que no sea del equipo.
team-nobody-waits = Nadie espera a que se decida si sale de las salas.
team-waits = { $name }: fuera del equipo desde { $since }, todavía en { $rooms ->
        [one] una sala
       *[other] { $rooms } salas
    }; «team leave» saca a quienes esperan, «team stay» los deja allí.
team-leaves = { $name }: fuera del equipo desde { $since }, saliendo de { $rooms ->
        [one] una sala
       *[other] { $rooms } salas
    }.
together-draft = Un borrador de { $name }. Se envía cuando otra persona que puede enviar correo reacciona a este mensaje con ✅; ❌ lo retira.
together-draft-changed = Este borrador se cambió: un ✅ anterior ya no cuenta.
together-draft-by = Su texto es ahora de { $name }.
together-who-can = El ✅ puede venir de { $people }.
together-nobody-can = Nadie más del equipo puede enviar correo: pregunte a los administradores de Mailroom.
together-files = Adjuntos: { $files }
together-more = Otros { $count } caracteres no se muestran aquí; están en los mensajes de arriba.
together-yes = { $name } dice que sí: se envía dentro de { $seconds } segundos. Quitar el ✅, o cualquier cambio, lo detiene.
together-yes-later = { $name } dice que sí: se envía a las { $time }. Quitar el ✅, o cualquier cambio, lo detiene.
together-yes-gone = Se quitó el ✅: el borrador vuelve a esperar.
together-yes-own = Su ✅ no cuenta en lo que usted mismo escribió: tiene que verlo otra persona.
together-yes-may-not = Su ✅ no cuenta: aquí no puede enviar correo.
together-yes-old = Su ✅ no cuenta aquí. Va en mi mensaje más reciente sobre este borrador, que muestra lo que se envía.
together-yes-nobody = Su ✅ todavía no cuenta: nadie recibiría este correo. !mail to dice quién lo recibe.
together-left = Ya salió, o se retiró.
together-draft-none = Aquí no espera ningún borrador. Escriba !mail draft y el nuevo texto como respuesta a mi mensaje sobre él.
together-draft-several = Aquí esperan varios borradores: escríbalo como respuesta a mi mensaje sobre el que quiere decir.
together-draft-set = El borrador tiene ahora este texto. Mi próximo mensaje lo muestra y pide un ✅ nuevo.
together-at = Esto se envía a las { $time }, a { $people }. Hasta entonces puede editarlo o borrarlo, ❌ lo detiene, y !mail send now lo envía enseguida.
together-at-yes = Además espera el ✅ de otra persona: sin él no sale nada a esa hora.
together-now = Se envía dentro de { $seconds } segundos.
together-now-yes = Se envía cuando otra persona reacciona con ✅ a mi mensaje sobre él.
together-at-how = ¿Cuándo? Por ejemplo: !mail send at 8:00, !mail send at mañana 9:00, !mail send at lun, !mail send at 2026-12-01. Como mucho con un año de antelación.
together-nothing-held = Aquí no hay nada suyo que espere ser enviado. Escriba el mensaje y después !mail send at 8:00 mientras aún se pueda retirar; o escríbalo como respuesta a un mensaje que espera.
together-answers = Respuestas preparadas: { $names }. !mail answer y el nombre envía una.
together-answers-none = No hay respuestas preparadas para esta cuenta: quien administra Mailroom puede escribir algunas.
together-answer-unknown = No hay ninguna respuesta preparada «{ $name }».
together-answer-shown = { $name }, con la respuesta preparada «{ $answer }»:
together-came = Llegó un correo nuevo de { $from } antes de enviarse esto. Sigue esperando; ❌ en él lo detiene.
permissions-may-not-read = Aquí no puede usar Mailroom.
permissions-may-not-draft = Aquí no puede escribir borradores.
permissions-may-not-answer = Aquí no puede responder por correo: lo que escriba se queda en esta sala.
permissions-may-not-compose = Aquí no puede iniciar conversaciones.
permissions-may-not-outside = No puede escribir a personas que no participan en esta conversación.
permissions-may-not-invite = Aquí no puede invitar a personas que participen por correo.
permissions-may-not-source = Aquí no puede ver eso.
permissions-may-not-release = Aquí no puede decidir eso.
permissions-may-not-manage = No puede administrar cuentas.
permissions-takes = Hace falta el permiso «{ $level }».
permissions-ask-team = Pídaselo a { $people };
permissions-ask-admins = se lo puede dar { $people }.
permissions-ask-any-admin = se lo puede dar la administración de Mailroom.
permissions-quota-reached = Ha escrito { $mails } correos en 24 horas, tantos como puede una persona.
permissions-quota-waits = Este no se pierde: espera y sale a las { $time }. Hasta entonces puede retirarlo con ❌.
operations-state-stopped = detenida
operations-state-connecting = conectando
operations-state-catching-up = poniéndose al día
operations-state-connected = conectada
operations-state-transient = no se puede contactar, se vuelve a intentar
operations-state-bad-credentials = inicio de sesión rechazado, la administración tiene que intervenir
operations-way-out = envío: { $state }
operations-way-out-untried = sin probar todavía
operations-way-out-ready = funciona
operations-way-out-transient = no funciona, se vuelve a intentar
operations-way-out-bad-credentials = inicio de sesión rechazado, la administración tiene que intervenir
operations-since = desde { $time }
operations-because = ({ $reason })
operations-why-login-refused = el servidor de correo dice que la contraseña es incorrecta
operations-why-login-unexplained = el servidor de correo rechaza el inicio de sesión y no dice por qué
operations-why-mailbox-missing = esa carpeta no existe
operations-why-mailbox-unavailable = estas carpetas no se pueden leer
operations-why-mail-unannounced = el servidor de correo no avisa allí del correo nuevo, por eso llega tarde
operations-why-no-room = aquí no hay sitio para correo
operations-why-no-secret = su contraseña falta o no se abre aquí
operations-why-oauth2-refused = el servidor que da el acceso (oauth2) lo rechaza
operations-why-oauth2-away = no se puede contactar con el servidor que da el acceso (oauth2) o no responde como debería
operations-why-other = no se puede contactar con el servidor de correo o no responde como debería
operations-last-mail = último correo { $time }
operations-no-mail-yet = ningún correo todavía
operations-retry-at = nuevo intento { $time }
account-none = Todas las cuentas están en el archivo de configuración.
account-served = { $account }: en uso
account-waits = { $account }: espera – { $why }
account-left-out = { $account }: queda fuera – { $why }
account-leaving = { $account }: se está retirando con todo lo que hay de ella
account-added = { $account } está añadida y espera su contraseña: se da con «mailroom ctl account change { $account } --password-file ARCHIVO» en la máquina, nunca en un chat.
account-changed = { $account } está cambiada.
account-removed = { $account } está retirada. Sus conversaciones quedan como están.
account-purged = { $account } está retirada, con todo lo que hay de ella.
account-refused = No se ha cambiado nada: { $why }
account-key = «{ $account }» no puede ser la clave de una cuenta: letras minúsculas, cifras y guiones.
account-no-secret = Una contraseña no debe estar en un chat. Borre ese mensaje y, si lo era, cámbiela en el servidor de correo. Désela con «mailroom ctl account change { $account } --password-file ARCHIVO» en la máquina, o en la página de acceso, donde la haya.
operations-connecting-now = { $accounts }: conectando ahora; «accounts» muestra el resultado.
operations-all-connected = Nada que hacer: ya hay conexión.
operations-no-accounts = No hay ninguna cuenta de cuyo equipo forme parte.
operations-which-account = ¿Qué cuenta? { $known }
operations-nothing-waits = nada espera
operations-held = { $count } todavía modificables
operations-leaving = { $count } a punto de salir
operations-deferred = { $count } aún no aceptados por un servidor de correo, se reintentan solos
operations-failed = { $count } no se pudieron entregar
operations-jobs = { $queue }: { $waiting } en espera, lo más antiguo desde hace { $age }
operations-jobs-quarantined = { $queue }: { $count } en cuarentena
operations-queue-mail-in = correos llegados
operations-queue-matrix-send = mensajes para mostrar en las salas
operations-queue-event-in = mensajes y reacciones de las salas
operations-queue-mail-out = correos por enviar
operations-queue-mail-sent = copias para la carpeta Enviados
operations-queue-notice-out = correos que avisan de un rechazo al remitente
operations-queue-guest-mail = correos a los invitados con lo que se dijo
operations-queue-desk = orden, nombres y resumen de las salas
operations-queue-member-act = personas a las que invitar a salas o sacar de ellas
operations-quarantine-empty = No hay nada en cuarentena.
operations-quarantine-count = En cuarentena: { $total }
operations-quarantine-count-latest = En cuarentena: { $total }, los últimos { $shown }:
operations-unread-mail = un correo de la carpeta { $mailbox } que no se pudo leer
operations-stopped-job = un trabajo que falló demasiadas veces: { $queue }
operations-reason = Motivo: { $text }
operations-size = Tamaño: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } no está en cuarentena.
operations-retried = { $number } se intenta de nuevo.
operations-quarantine-how = { $show } dice más, { $retry } lo intenta de nuevo.
operations-not-alone = Hay otras personas en este chat, así que aquí no digo nada de cuentas. Inicie un chat a solas conmigo, por favor.
operations-encrypted = Este chat está cifrado y no puedo leerlo. Inicie uno sin cifrado, por favor.
operations-withheld = ⚠ El servidor de correo anuncia un correo en la carpeta { $mailbox } pero no lo entrega: de { $sender }, «{ $subject }». Mailroom lo sigue intentando por sí mismo y lo muestra en cuanto lo reciba. Mientras tanto, véalo en un programa de correo. { $show } dice más.
operations-sender-unknown = alguien a quien no nombra
operations-withheld-mail = un correo de la carpeta { $mailbox } que el servidor de correo no entrega
operations-from = De: { $sender }
operations-subject = Asunto: { $subject }
operations-trouble = ⚠ Mailroom no llega al buzón desde { $time }, por eso no llega correo nuevo aquí. No se pierde nada: espera en el buzón y llegará en cuanto el servidor de correo responda. Mailroom lo sigue intentando por sí mismo.
operations-stopped = ⚠ Mailroom no atiende este buzón desde { $time }, por eso no llega correo nuevo aquí. No se pierde nada: espera en el buzón. Avise, por favor, a quien gestione Mailroom.
operations-unread = ⚠ Mailroom no puede leer { $folders } desde { $time }: el servidor de correo dice que esa carpeta no existe o que no se puede abrir. El correo que hay en ella no se pierde, pero aquí nadie lo ve. La administración tiene que comprobar el nombre en la configuración (imap.mailboxes) y qué puede leer el usuario.
operations-unannounced = ⚠ El servidor de correo no avisa de correo nuevo en { $folders } desde { $time }: solo se encuentra cuando Mailroom mira por sí mismo, así que llega tarde. No se pierde nada. Quien gestione Mailroom puede preguntar por IMAP IDLE a quien gestione el servidor de correo, o reducir times.poll en la configuración.
operations-well = Desde { $time } todo vuelve a ir bien con el buzón: el correo nuevo llega como siempre, y lo que esperaba llega ahora.
operations-no-rooms = ⚠ El servidor de Matrix no crea salas nuevas para Mailroom desde { $time }, por eso no aparecen conversaciones nuevas. No se pierde nada: sus correos esperan y aparecerán en cuanto vuelva a crear salas. Avise, por favor, a quien gestione Mailroom: «mailroom check» dice por qué.
operations-rooms-again = El servidor de Matrix vuelve a crear salas: las conversaciones que esperaban desde { $time } aparecen ahora.
operations-full-database = ⚠ No se recoge correo: la base de datos ha llegado al tamaño permitido. No se pierde nada, el correo se queda en el buzón; se recoge cuando haya sitio. Avise, por favor, a quien gestione Mailroom.
operations-full-disk = ⚠ No se recoge correo: el disco de la base de datos está casi lleno. No se pierde nada, el correo se queda en el buzón; se recoge cuando haya sitio. Avise, por favor, a quien gestione Mailroom.
operations-room-again = Vuelve a haber sitio: el correo se recoge como siempre, y lo que esperaba llega ahora.
reload-refused = El archivo de configuración tiene errores, así que no se cambió nada. Corríjalo aquí y vuelva a cargarlo:
reload-taken =
    { $count ->
        [1] El único proceso que funciona ha vuelto a leer la configuración.
       *[other] { $count } procesos han vuelto a leer la configuración.
    }
reload-nobody = El archivo de configuración está bien. Mailroom no está en marcha, así que no se volvió a cargar nada: el archivo se lee en el próximo arranque.
reload-nothing = Nada en él difiere de lo que ya estaba en uso.
reload-added = Cuentas añadidas: { $accounts }
reload-removed = ⚠ Cuentas quitadas: { $accounts }. Ya no entra ni sale correo para ellas. Si fue un error, vuelva a ponerlas en el archivo y a cargarlo.
reload-changed = Cambiado para { $account }: { $fields }
reload-members-added = Nuevos en el equipo de { $account }: { $people }
reload-members-removed = Ya no están en el equipo de { $account }: { $people }
reload-settings = Cambiado para todas las cuentas: { $fields }
reload-needs-restart = ⚠ Esto también cambió en el archivo, pero Mailroom sigue con los valores anteriores hasta que se reinicie: { $fields }
reload-process-waiting = ⚠ { $process } aún no ha leído la configuración. Hasta entonces, todos pueden hacer solo lo que permiten tanto la antigua como la nueva. Si se ha quedado colgado, reinícielo.
reload-process-differs = ⚠ { $process } ha leído su configuración, pero su archivo no es el mismo que se comprobó. Hasta que ambos digan lo mismo, todos pueden hacer solo lo que ambos permiten.
reload-process-refused = ⚠ { $process } sigue con la configuración anterior, porque su archivo tiene errores. Corríjalo allí y vuelva a cargarlo:
commands-note = un mensaje solo para esta sala; nunca se envía
commands-hold-hint = Mientras un mensaje no se haya enviado, puede editarlo, borrarlo o detenerlo con la reacción ❌.
commands-unknown = No existe el comando «{ $name }».
commands-did-you-mean = ¿Quería decir { $usage }?
commands-see-help = !mail help muestra todos los comandos.
commands-wrong-use = Se usa así: { $usage }
commands-goes-to = Su próximo mensaje va a:
commands-this-goes-to = Esto va a:
commands-cc = Copia
commands-nobody = Nadie recibiría una respuesta: ningún correo de esta conversación tiene una dirección de fuera. Añada a alguien con !mail to name@example.org
commands-why-reply = porque responde al mensaje de { $address }
commands-why-latest = porque el último correo vino de { $address }; responda a otro mensaje para contestar a ese
commands-why-bcc = solo al remitente, { $address }, porque ese correo nos llegó como copia oculta
commands-why-same = porque recibieron el mensaje al que este sigue
commands-reply-to-used = El remitente pidió las respuestas en una dirección distinta de la suya.
commands-account = Cuenta { $address }:
commands-account-state-ready = conectada
commands-account-state-connecting = conectando
commands-account-state-stopped = detenida, la administración tiene que intervenir
commands-open-mail =
    { $seconds ->
        [one] Un correo espera { $seconds } segundo más y todavía se puede cambiar.
       *[other] Un correo espera { $seconds } segundos más y todavía se puede cambiar.
    }
commands-waiting-mails =
    { $count ->
        [one] Un correo espera a ser enviado.
       *[other] { $count } correos esperan a ser enviados.
    }
commands-failed-mails =
    { $count ->
        [one] Un correo no se pudo entregar.
       *[other] { $count } correos no se pudieron entregar.
    }
commands-nothing-waits = No hay nada que espere a ser enviado.
commands-last-sent = El último correo salió a las { $time }.
commands-retrying =
    { $count ->
        [one] Se intenta de nuevo con un correo.
       *[other] Se intenta de nuevo con { $count } correos.
    }
commands-nothing-to-retry = No hay nada que volver a intentar.
commands-refused = No se entregó a { $address }. Su servidor dice: { $words }
commands-deferred = Todavía no se ha entregado a { $address }; se vuelve a intentar automáticamente. Su servidor dice: { $words }
commands-gave-up = No se entregó a { $address } después de muchos intentos. La última respuesta fue: { $words }
commands-not-sent = Este mensaje no se envió: { $words }
commands-unknown-outcome = La conexión se cortó mientras esto se entregaba al servidor de correo: puede que se haya enviado o que no.
commands-unknown-resent = Se envía una vez más dentro de unos minutos, con la misma identidad, para que los programas de correo lo muestren una sola vez.
commands-unknown-held = No se vuelve a enviar por sí solo; !mail retry lo envía otra vez.
commands-too-large = Este mensaje no se envió: como correo ocupa { $size }, y nuestro propio servidor de correo acepta como máximo { $limit }. En un correo, los archivos crecen un tercio. Envíelos en varios mensajes, hágalos más pequeños o envíe un enlace.
commands-too-large-without-limit = Este mensaje no se envió: con { $size } es demasiado grande para nuestro propio servidor de correo, que no dice cuánto acepta. En un correo, los archivos crecen un tercio. Envíelos en varios mensajes, hágalos más pequeños o envíe un enlace.
commands-utf8-missing = Este mensaje no se envió: una de las direcciones tiene letras que el servidor de correo no acepta, como ñ o é.
commands-already-mailed = Demasiado tarde: ya se ha enviado. El cambio se queda en esta sala.
commands-encrypted-not-mailed = Este mensaje está cifrado: no puedo leerlo, y no se envió. Escríbalo sin cifrado, por favor.
commands-intro-thread = Lo que se escribe en esta sala sale como correo. Estos comandos no:
commands-intro-lobby = Nada de lo que se escribe en esta sala se envía por correo. Entiendo estos comandos:
commands-intro-inbox = Cada conversación nueva es una línea aquí; nada de lo que se escribe en esta sala se envía por correo. Entiendo estos comandos:
commands-intro-management = Hola, soy Mailroom. Nada de lo que se escribe aquí se envía por correo. Entiendo:
commands-more = { $usage } dice más sobre uno de ellos.
commands-example = Ejemplo: { $text }
commands-place-thread = en la sala de una conversación
commands-place-lobby = en la sala «Moderación» de una cuenta
commands-place-inbox = en la bandeja de entrada de una cuenta
commands-place-management = en un chat directo conmigo
commands-elsewhere = «{ $name }» no se puede usar en esta sala. Úselo { $places }.
commands-or = o
language-name-en = inglés
language-name-de = alemán
language-name-es = español
language-name-fr = francés
language-name-it = italiano
language-name-nl = neerlandés
language-name-pl = polaco
language-name-pt = portugués
language-listed-unreviewed = { $language } ({ $tag }, aún sin revisar)
language-unreviewed = Un hablante nativo todavía no ha revisado estos textos. Las correcciones son bienvenidas.
language-is = Recibe las respuestas en { $language }.
language-set = Desde ahora recibe las respuestas en { $language }.
language-unknown = Hablo { $known }.
zone-is = Le digo las horas en { $zone }. Allí son ahora las { $time }.
zone-is-account = No ha elegido ninguna zona horaria, así que le digo las horas en la de la cuenta, { $zone }. Allí son ahora las { $time }.
zone-set = Desde ahora le digo las horas en { $zone }. Allí son ahora las { $time }. ¿Es lo que marca su reloj?
zone-as-account = Desde ahora le digo las horas en la zona horaria de la cuenta.
zone-unknown = No conozco ninguna zona horaria «{ $text }».
zone-meant = ¿Quería decir { $zones }?
zone-how = Para elegir otra, escriba región y lugar: !mail zone Europe/Berlin. !mail zone account vuelve a la de la cuenta.
ping-way = Esta respuesta tardó { $whole }: { $before } hasta que su mensaje llegó aquí desde el servidor de Matrix, { $here } hasta la respuesta.
ping-here = Esta respuesta tardó { $here } desde que su mensaje llegó aquí. No se puede decir cuánto tardó en llegar: el reloj del servidor de Matrix difiere demasiado del nuestro.
ping-too-long = No se puede decir cuánto tardó esta respuesta: su mensaje esperó aquí más de un día, o el reloj se cambió mientras tanto.
source-reply-to = Escriba !mail source como respuesta al mensaje cuyo original quiere.
source-unknown = A ese mensaje no le corresponde ningún correo.
source-gone = El original de ese correo no se guarda (o ya no se guarda) aquí; búsquelo en el buzón. Su suma de comprobación (SHA-256) era { $hash }.
source-gone-without-hash = El original de ese correo no se guarda (o ya no se guarda) aquí; búsquelo en el buzón.
search-nothing = No se ha encontrado nada.
search-found = Encontrados: { $count }
search-found-more = Encontrados: más de { $count }
search-reading = El correo más antiguo aún se está leyendo ({ $percent } % hasta ahora): todavía no se encuentra todo.
search-nothing-asked = Diga qué hay que buscar: palabras, o from:bob to:alice subject:lámpara has:pdf in:support after:2019 before:2020-06. Las palabras entre comillas van juntas; -palabra no aparece; lam* es el comienzo de una palabra.
search-needs-person = «{ $word }» necesita un nombre o una dirección, como from:bob o from:bob@example.org
search-needs-words = «{ $word }» necesita palabras, como subject:lámpara
search-needs-date = «{ $word }» necesita un año, un mes o un día, como after:2019, after:2019-03 o before:2019-03-14
search-needs-kind = «{ $word }» necesita un tipo de archivo, como has:file, has:pdf, has:image o has:docx
search-needs-place = «{ $word }» necesita una cuenta o una carpeta; las suyas son: { $known }
search-too-much = Es demasiado a la vez: como máximo { $most } palabras y condiciones.
help-brake = muestra qué respuestas están detenidas porque parece que se responden máquinas; «reset» las envía
help-breaker = muestra si todo el correo saliente está detenido; «reset» lo termina
help-list = lista las conversaciones abiertas: all (todas), mine (las suyas), unclaimed (libres), us (esperan por nosotros), them (esperamos), snoozed (aplazadas) o done (cerradas)
help-claim = toma esta conversación, para que los demás vean que usted se ocupa de ella; la reacción 👀 también
help-unclaim = devuelve esta conversación
help-assign = da esta conversación a alguien del equipo
help-done = cierra esta conversación; la reacción ✅ también. Un correo nuevo la vuelve a abrir
help-reopen = vuelve a abrir esta conversación
help-snooze = aplaza esta conversación por un tiempo (4h, 3d) o hasta un día (mañana 9:00, lun, 2026-12-01)
help-send = cuándo se envía su mensaje que espera: send at 8:00, send at lun; send now lo envía enseguida
help-draft = da un nuevo texto a un borrador que espera un ✅, lo haya escrito quien lo haya escrito
help-answer = envía una respuesta preparada en su nombre; sin nombre se enumeran todas
help-compose = inicia una conversación en una sala propia; se pregunta lo que falte; las líneas siguientes son su primer correo
help-forward = envía un correo a alguien de fuera, con unas palabras si se quiere; las respuestas llegan a una sala propia
help-cancel = termina mis preguntas sobre una conversación nueva; no se inicia ninguna
help-to = quién recibe su próximo mensaje y por qué; +dirección añade, -dirección quita, las direcciones solas son la nueva lista
help-cc = quién recibe copias; se cambia igual
help-bcc = quién lo recibe sin que nadie más lo vea; se cambia igual
help-from = desde qué dirección de la cuenta se escribe esta conversación
help-subject = el asunto de los correos siguientes
help-reply-to-sender = las respuestas van solo al remitente de lo que se responde; off: otra vez a todos. Para un solo mensaje: !sender TEXTO
help-block = de quién no se muestran los correos, en la cuenta o en esta sala («here»); como respuesta a un mensaje: su remitente, en esta sala
help-allow = quién participa sin que se pregunte; como respuesta a un mensaje: su remitente, en esta sala
help-rules = muestra quién puede participar y cuántos correos no se mostraron; «drop» quita una regla
help-entry = muestra o fija si puede participar en esta sala cualquiera que responda y esté verificado
help-invite = invita a alguien por su dirección a participar en esta sala por correo; «last» con un número le envía tantos de los últimos mensajes
help-uninvite = termina la participación de alguien en esta sala por correo
help-guests = muestra quién lee esta sala por correo. Cambia lo que dice de ellos: «answer» o «invitation» (desde cuándo reciben lo que se dice), «now», «hourly» o «daily», «verified» o «unverified»
help-move = como respuesta a un mensaje: lo pone, con lo que le responde, en la conversación de otra sala
help-split = como respuesta a un mensaje: hace con él y con todo lo posterior una conversación aparte
help-merge = pone toda esta conversación en la de otra sala
help-help = muestra esta lista
help-status = muestra cómo está la cuenta y hasta dónde han llegado los correos de esta sala
help-retry = vuelve a intentar lo que no se pudo entregar; como respuesta a un mensaje: solo ese
help-unpause = vuelve a enviar a una dirección a la que no se pudo entregar un correo
help-search = encuentra correos y respuestas por sus palabras, también en los archivos: from:bob to:alice subject:lámpara has:pdf in:support after:2019 before:2020-06, «palabras entre comillas», -palabra, page 2
help-source = como respuesta a un mensaje: pone aquí su correo original como archivo
help-why = como respuesta a un mensaje: por qué su correo está en esta conversación y cómo se comprobó su remitente
help-accept = como respuesta al mensaje sobre un correo sospechoso: lo muestra en su conversación
help-refuse = como respuesta al mensaje sobre un correo sospechoso: lo deja fuera
help-overflow = muestra los correos que esperan porque llegó demasiado de fuera; «let-in» los deja entrar, «discard» los deja fuera
help-old = muestra el correo antiguo que llegó en cantidad y espera; «quietly» y «as-new» lo dejan entrar, «leave» lo deja en el buzón
help-account = muestra las cuentas añadidas en funcionamiento; «add», «change» y «remove» lo hacen, solo las contraseñas se dan en otro lugar
help-accounts = muestra cómo está cada una de sus cuentas: su estado, desde cuándo, y su último correo; «retry» conecta ahora la que no está disponible
help-team = muestra quién ya no es del equipo y sigue en sus salas; «leave» saca a esas personas, «stay» las deja allí sin derechos
help-queue = muestra lo que espera a ser enviado o mostrado, y lo que ha fallado
help-quarantine = muestra lo que no se pudo leer o hacer; «show» dice más sobre uno, «retry» lo intenta de nuevo
help-reload = vuelve a leer el archivo de configuración, sin reiniciar
help-ping = muestra cuánto tardó el camino desde el servidor de Matrix hasta la respuesta
help-language = muestra o fija el idioma en que se le responde
help-login = traer su propio buzón, en un chat directo conmigo
help-logout = quitar de nuevo su propio buzón
help-zone = muestra o fija la zona horaria en que se le dicen las horas
queue-not-shown = ⚠ Aquí falta una parte de este correo: el servidor de Matrix no la acepta. «!mail quarantine» en la sala «Moderación» dice más.
queue-set-aside = ⚠ Algo salió mal con esto: no se envía ni cambia ningún correo. Escríbalo otra vez, por favor; si eso no ayuda, «!mail quarantine» en la sala «Moderación» dice más.
queue-returned-mail = Esto no se envió: Mailroom no atendía esta cuenta desde { $since }. Ahora no sale por sí solo: reaccione con ✅ para enviarlo, con ❌ para descartarlo.
queue-unseen-mail = Ya no puedo leer la sala en la que se escribió esto, así que no veo si allí se modificó o se borró: «{ $words }». No sale por sí solo: reaccione con ✅ para enviarlo tal como está aquí, con ❌ para descartarlo.
queue-returned-fixed = Esto espera un sí y ya no se puede cambiar: reaccione con ✅ para enviarlo tal como está, con ❌ para descartarlo.
queue-returned-released = Se envía ahora.
queue-returned-discarded = Descartado: no se envía.
queue-not-served = Mailroom no atiende la cuenta { $account } por ahora: lo que se dice aquí no se envía, y el correo que llega no se muestra. No se pierde nada: en cuanto vuelva a atenderla, se preguntará aquí qué hacer con lo dicho mientras tanto. Quien gestiona Mailroom sabe por qué.
queue-unserved = ningún proceso la atiende desde { $since }
attempt-list = Intentos de entregarlo al servidor de correo:
attempt-accepted = { $attempt }. { $time }, { $address }: aceptado
attempt-deferred = { $attempt }. { $time }, { $address }: aún no aceptado
attempt-refused = { $attempt }. { $time }, { $address }: rechazado
attempt-not-sent = { $attempt }. { $time }, { $address }: no entregado al servidor
attempt-unknown = { $attempt }. { $time }, { $address }: puede que enviado
delivery-waits = Todavía no enviado.
delivery-leaves-by-itself = El mensaje se conserva y sale por sí solo en cuanto eso esté arreglado.
delivery-waited = Este mensaje no se envió: ha esperado demasiado tiempo a nuestro propio servidor de correo.
relay-since = No se envía nada desde { $time }.
relay-news = ⚠ No se envía nada desde { $time }.
relay-well = El correo vuelve a salir desde { $time }. Lo que esperaba está en camino.
relay-trouble-login = Nuestro propio servidor de correo rechaza el inicio de sesión para enviar: la contraseña de la configuración es incorrecta, o el proveedor ha bloqueado la cuenta de usuario.
relay-trouble-login-later = Nuestro propio servidor de correo no puede comprobar ahora el inicio de sesión para enviar.
relay-trouble-certificate-expired = El certificado de nuestro propio servidor de correo ha caducado, así que no se le confía ningún correo.
relay-trouble-certificate-unknown = No se puede confiar en el certificado de nuestro propio servidor de correo: es para otro nombre, o de alguien que Mailroom no conoce.
relay-trouble-tls = No se puede establecer una conexión cifrada con nuestro propio servidor de correo.
relay-trouble-connection-refused = Nuestro propio servidor de correo no acepta conexiones.
relay-trouble-name-unknown = No se encuentra el nombre de nuestro propio servidor de correo.
relay-trouble-silent = Nuestro propio servidor de correo no responde.
relay-trouble-unreachable = No se puede contactar con nuestro propio servidor de correo.
relay-trouble-refuses = Nuestro propio servidor de correo rechaza a Mailroom en cuanto se conecta.
relay-says = Dice: { $words }
relay-remedy-password = Lo que se escribe espera (⏳) y sale entonces por sí solo. Pida a quien gestione Mailroom que corrija la contraseña (u oauth2) en su archivo: se prueba en menos de un minuto. «accounts retry { $account }» en el chat directo conmigo lo prueba enseguida.
relay-remedy-certificate = Lo que se escribe espera (⏳) y sale entonces por sí solo. Quien gestione el servidor de correo tiene que renovar su certificado, o quien gestione Mailroom tiene que indicar el servidor correcto y su autoridad (smtp.host, smtp.ca_file).
relay-remedy-server = Lo que se escribe espera (⏳) y sale por sí solo en cuanto el servidor responda; se le pregunta cada pocos minutos. Si esto dura, pregunte a quien gestione el servidor de correo.
relay-not-mailed-failed = No enviado a { $people }.
relay-not-mailed-again = Aún no enviado a { $people }; se volverá a intentar por sí solo.
relay-refusal-news = ⚠ Nuestro propio servidor de correo no acepta un correo nuestro. Quien lo escribió ya lo sabe.
relay-refusal-once = Otros correos a los que les pase lo mismo se comunican a quienes los escribieron, y aquí de nuevo al cabo de un día.
relay-refusal-limit = Nuestro propio servidor de correo no acepta más correo por ahora: ya se ha enviado todo el que permite.
relay-refusal-login-needed = Nuestro propio servidor de correo no acepta correo sin iniciar sesión, o no con este usuario.
relay-refusal-full = Nuestro propio servidor de correo no tiene sitio en este momento, o nuestro buzón allí está lleno.
relay-refusal-sender = Nuestro propio servidor de correo no nos deja enviar con esta dirección.
relay-refusal-relaying = Nuestro propio servidor de correo no reenvía correo a otros por nosotros.
relay-refusal-too-large = Nuestro propio servidor de correo no acepta un correo tan grande.
relay-refusal-content = Nuestro propio servidor de correo toma el correo por spam, o no le gusta lo que contiene.
relay-refusal-other = Nuestro propio servidor de correo no acepta el correo.
relay-help-limit = No hay que hacer nada: sale cuando el límite lo permita, casi siempre en un día. Si ocurre a menudo, pida al proveedor un límite más alto.
relay-help-login-needed = Quien gestione Mailroom tiene que revisar smtp.user, smtp.password, smtp.port y smtp.security en la configuración.
relay-help-full = Casi siempre pasa por sí solo. Si dura, borre correo antiguo del buzón o pida más espacio al proveedor.
relay-help-sender = Pida al proveedor que este usuario pueda enviar con la dirección de la cuenta, o a quien gestione Mailroom que use el usuario que le corresponde. Después, !mail retry lo envía.
relay-help-relaying = Quien gestione Mailroom tiene que revisar smtp.host y el usuario en la configuración. Después, !mail retry lo envía.
relay-help-too-large = En un correo, los archivos crecen un tercio. Envíelos en varios mensajes, hágalos más pequeños o envíe un enlace.
relay-help-content = Dígalo con otras palabras o sin los archivos y enlaces. Si se rechazan así correos normales, pregunte el motivo al proveedor.
relay-help-other = Pregunte a quien gestione el servidor de correo, con las palabras de arriba. !mail retry lo intenta de nuevo.
provider-microsoft-smtp-off = Microsoft: el envío por programas (SMTP AUTH) está desactivado en toda la organización. Su administración puede permitirlo para este buzón (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: el envío por programas (SMTP AUTH) está desactivado en este buzón. La administración de la organización lo activa: usuario, Correo, Administrar aplicaciones de correo, SMTP autenticado.
provider-microsoft-no-passwords = Microsoft no acepta contraseñas de programas. En lugar de la contraseña sirve un inicio de sesión con Microsoft (oauth2).
provider-microsoft-policy = Microsoft: una regla de la organización (valores predeterminados de seguridad o acceso condicional) prohíbe este inicio de sesión. Su administración tiene que permitirlo.
provider-microsoft-send-as = Microsoft: este inicio de sesión no puede enviar con esta dirección. La administración de la organización le da el derecho «Enviar como» para el buzón.
provider-microsoft-not-logged-in = Microsoft solo acepta correo para enviar tras un inicio de sesión: smtp necesita un usuario y una contraseña, u oauth2.
provider-microsoft-not-connected = Microsoft acepta el inicio de sesión y no abre el buzón: IMAP está desactivado en él, no tiene licencia, o Exchange tiene problemas propios.
provider-microsoft-consent = Microsoft: nadie ha aceptado todavía que Mailroom use este buzón. Inicie sesión de nuevo y acepte; donde solo puede hacerlo la administración de la organización, tiene que hacerlo ella.
provider-microsoft-login = Microsoft no deja entrar este inicio de sesión en el buzón: la contraseña o el permiso es incorrecto, quien aceptó no puede usar este buzón, o IMAP o SMTP está desactivado en él.
provider-client-refused = El proveedor no conoce el cliente de Mailroom, o el secreto del cliente ha caducado. La administración tiene que corregir client_id y client_secret.
provider-login-again = El permiso para usar este buzón falta, ha caducado o se ha retirado, por ejemplo tras un cambio de contraseña. Alguien tiene que iniciar sesión de nuevo.
provider-google-app-password = Google no acepta contraseñas corrientes de programas: quiere una contraseña de aplicación (que necesita la verificación en dos pasos) o un inicio de sesión con Google (oauth2).
provider-google-login = Google no acepta este inicio de sesión. No acepta contraseñas corrientes de programas: sirve una contraseña de aplicación o un inicio de sesión con Google (oauth2).
provider-google-web-login = Google quiere que la persona dueña del buzón inicie sesión una vez en un navegador web y confirme que fue ella.
provider-google-imap-off = Google: IMAP está desactivado en este buzón. Se activa en la configuración de Gmail, en «Reenvío y correo POP/IMAP».
provider-google-imap-off-organisation = Google: IMAP está desactivado en toda la organización. Su administración lo activa en la consola de administración.
provider-app-password = Este proveedor no acepta contraseñas corrientes de programas: cree una contraseña de aplicación en los ajustes de seguridad del buzón y úsela.
mailbox-archived = Alguien archivó este correo en un programa de correo. La conversación sigue abierta aquí: ✅ la cierra.
mailbox-deleted = Alguien eliminó este correo en un programa de correo. Aquí se queda, y la conversación sigue abierta: ✅ la cierra.
mailbox-moved = Alguien movió este correo a otra carpeta en un programa de correo. La conversación sigue abierta aquí: ✅ la cierra.
mailbox-many =
    { $count ->
        [one] { $count } correo se leyó, archivó o eliminó de una vez en un programa de correo. En su sala no se dice nada.
       *[other] { $count } correos se leyeron, archivaron o eliminaron de una vez en un programa de correo. En sus salas no se dice nada.
    }
guests-room-welcome = En esta sala pueden participar personas que solo tienen correo electrónico. Nada sale de ella por correo antes de que se invite a alguien.
guests-room-welcome-how = Para invitar a alguien: !mail invite bob@example.org Bob
guests-invited = ✉ Se invita a { $person } a participar por correo. Ahora sale un solo correo, y lo que se diga aquí solo cuando lo haya respondido. !mail uninvite lo anula.
guests-invited-at-once = ✉ Se invita a { $person } a participar por correo. Desde ahora recibe por correo lo que se diga aquí. !mail uninvite lo termina.
guests-unverified-hint = Nadie comprueba los remitentes de los correos a esta cuenta; por eso los de invitados no se muestran aquí. !mail guests unverified los muestra.
guests-unreadable = ¿A quién? Hace falta una dirección, por ejemplo: !mail invite bob@example.org Bob
guests-refused-own = { $address } es una dirección nuestra. Invite a la persona en Matrix.
guests-refused-member = { $address } es de alguien del equipo. Invite a esa persona en Matrix.
guests-refused-no-power = No se ha invitado a nadie: esta sala no le deja invitar. Pídaselo a alguien que pueda.
guests-refused-encrypted = No se ha invitado a nadie: esta sala está cifrada, y lo que se dice en ella no debe salir por correo.
guests-refused-already = { $address } ya está invitado. !mail guests muestra quién lee por correo.
guests-refused-stopped = { $address } no quiere correos de aquí. Solo esa persona puede cambiarlo, con un correo con la palabra START a { $account }.
guests-refused-member-quota = No se ha invitado a nadie: ha hecho { $count } invitaciones en un día, tantas como permite la configuración. Inténtelo mañana.
guests-refused-all-quota = No se ha invitado a nadie: entre todos se han hecho { $count } invitaciones en un día, tantas como permite la configuración. Inténtelo mañana.
guests-refused-person-quota = No se ha invitado a nadie: { $address } ha recibido varias invitaciones en un día. Inténtelo mañana.
guests-no-room = Esta no es una sala para invitados. !mail to muestra quién recibe lo que se dice aquí.
guests-removed = { $person } ya no recibe nada de esta sala.
guests-not-there = { $address } no es un invitado de esta sala. !mail guests muestra quién lo es.
guests-answered = { $person } ha respondido a la invitación y participa: lo que se diga aquí sale desde ahora por correo hacia allí.
guests-stopped = { $person } no quiere más correos de aquí y no recibe nada de esta sala. Solo esa persona puede cambiarlo, con un correo con la palabra START a { $account }.
guests-started = { $person } participa de nuevo por correo.
guests-failed = ⚠ La invitación a { $person } no se pudo entregar y ha terminado. Compruebe la dirección.
guests-leaves = Lo que se dice aquí sale por correo a { $people }.
guests-unverified-kept = Un correo que dice ser de { $person } no se muestra: nadie comprueba los remitentes de los correos a esta cuenta. !mail guests unverified muestra los siguientes.
guests-list-none = No se ha invitado a nadie a participar en esta sala por correo.
guests-state-invited = con invitación, aún sin respuesta
guests-state-active = participa por correo
guests-state-stopped = no quiere correos
guests-state-removed = fue retirado
guests-state-failed = no se le pudo contactar
guests-consent-answer = Quien recibe una invitación recibe lo que se dice aquí cuando ha respondido.
guests-consent-invitation = Quien recibe una invitación recibe enseguida lo que se dice aquí.
guests-delivery-now = Sale tras una pausa de la conversación.
guests-delivery-hourly = Se reúne y sale una vez por hora.
guests-delivery-daily = Se reúne y sale una vez al día.
guests-verified = Los correos de invitados no se muestran, porque nadie comprueba sus remitentes: !mail guests unverified
guests-unverified = Los correos de invitados se muestran aunque nadie comprueba sus remitentes: !mail guests verified
guests-ghost-name = { $name } (por correo)
guests-mail-subject = Invitación: { $room }
guests-mail-subject-unnamed = Invitación de { $name }
guests-mail-invites = { $name } le invita a la conversación «{ $room }». Tiene lugar en un chat; usted participa con su programa de correo y no necesita nada más.
guests-mail-invites-unnamed = { $name } le invita a una conversación. Tiene lugar en un chat; usted participa con su programa de correo y no necesita nada más.
guests-mail-how = Para participar, responda a este correo: su respuesta se muestra a todos, y desde entonces recibe lo que se dice. Sin respuesta no recibe nada más.
guests-mail-how-at-once = Desde ahora recibe lo que allí se dice. Lo que responda se muestra allí a todos.
guests-mail-stop = Si no quiere correos de aquí, responda solo con la palabra STOP. Entonces nadie aquí podrá invitarle más.
guests-stopped-subject = Ya no recibe correos de aquí
guests-stopped-text = Lo pidió un correo con su dirección. Ya no participa aquí en ninguna conversación, y nadie puede invitarle.
guests-stopped-undo = Si no fue usted, o cambia de opinión, responda a este correo solo con la palabra START.
guests-not-here = \`!mail { $name }\` es para conversaciones por correo. Quien lee esta sala por correo está aquí como invitado: \`!mail guests\` los muestra, \`!mail invite DIRECCIÓN\` invita a alguien.
guests-encrypted-subject = Lo que se dice allí ahora está cifrado
guests-encrypted-text = En la conversación a la que { $by } le invitó, los mensajes ahora van cifrados. No se pueden enviar por correo, así que no recibe ninguno. Lo que usted escribe sigue llegando allí. Pregunte a { $by } cómo seguir.
guests-page-title = No más correos
guests-page-text = Pulse el botón si no quiere más correos de las conversaciones de aquí.
guests-page-button = Detener los correos
guests-page-done = Hecho. Ya no recibe correos de las conversaciones de aquí, y nadie puede invitarle.
guests-page-undo = Para deshacerlo, responda a un correo que tenga solo con la palabra START.
reaction-said = { $name } ha reaccionado con { $emoji }.
reaction-unplaced = Una reacción de { $person }. No se refiere a ningún mensaje conocido aquí, o no es de alguien que participe en su conversación; está en el buzón.
reaction-leaves = Una reacción como { $emoji } a un correo de { $person } le llega por correo, y a nadie más. Quítela en { $seconds } segundos y no saldrá.
reaction-mailed = { $name } ha reaccionado a su mensaje.
history-done =
    El correo desde el { $since } ya está aquí: { $mails ->
        [one] un mensaje
       *[other] { $mails } mensajes
    } en { $rooms ->
        [one] una sala
       *[other] { $rooms } salas
    }, en un espacio propio. No se avisó ni se invitó a nadie, y el correo nuevo continúa en las mismas salas.
history-none = No había correo desde el { $since } que traer.
history-left =
    { $count ->
        [one] Un mensaje anterior no se pudo traer
       *[other] { $count } mensajes anteriores no se pudieron traer
    }; lo que está en el buzón se queda allí:
history-reading = trae el correo desde el { $since }: { $found } encontrados hasta ahora
history-filling = trae el correo desde el { $since }: { $settled } de { $found }
history-waits = espera: { $what }
web-not-there = Aquí no hay nada
web-not-there-help = Compruebe que se abrió el enlace entero: los programas de correo a veces lo cortan. Los enlaces de un solo uso dejan de existir después de usarse.
web-too-many = Demasiadas solicitudes
web-too-many-help =
    { $seconds ->
        [one] Espere un segundo y vuelva a cargar esta página.
       *[other] Espere { $seconds } segundos y vuelva a cargar esta página.
    }
web-failed = Algo ha ido mal aquí
web-failed-help = No se ha perdido nada. Inténtelo de nuevo dentro de un momento; si sigue así, dígaselo a quienes administran Mailroom.
web-foreign-form = Este formulario no se envió desde nuestra página
web-foreign-form-help = Por su seguridad no se hizo nada. Abra de nuevo el enlace y rellene allí el formulario.
login-link = Abra esta página en los próximos 15 minutos e inicie sesión en ella con su buzón: { $link } Lo que escriba allí no llega a Matrix.
login-link-then = Al final, la página muestra seis cifras. Escríbalas aquí: login y las cifras. No dé a nadie el enlace ni las cifras.
login-added = { $address } ya está aquí: su correo nuevo llega a salas del espacio «{ $name }», al que está invitado usted y nadie más. !mail logout lo quita.
login-wrong =
    { $left ->
        [one] Estas no son las cifras que muestra la página. Un intento más y se descarta el inicio de sesión.
       *[other] Estas no son las cifras que muestra la página. { $left } intentos más y se descarta el inicio de sesión.
    }
login-spent = Se equivocó demasiadas veces; el inicio de sesión se ha descartado y lo escrito se ha borrado. !mail login empieza de nuevo.
login-none = Ningún inicio de sesión suyo espera cifras. !mail login empieza uno; sus cifras valen diez minutos.
login-already-taken = { $address } ya es una cuenta aquí. Quienes administran Mailroom pueden decir de quién.
login-no-words = No escriba aquí más que !mail login y, después, las seis cifras de la página. Si eso era una contraseña: borre el mensaje y cambie la contraseña.
login-not-allowed = Quienes administran Mailroom no le han permitido traer un buzón propio (logins.allowed en la configuración).
login-no-pages = Aquí se permiten buzones propios, pero no hay página para iniciar sesión. Quienes administran Mailroom deben poner web en la configuración.
logout-none = Aquí no hay ningún buzón suyo.
logout-which = ¿Cuál? !mail logout y la dirección: { $addresses }
logout-done = { $address } se ha quitado: el inicio de sesión, la contraseña, los correos y lo que se recordaba de ellos. El buzón mismo está como estaba. Salgo de sus salas.
login-page-title = Iniciar sesión con su buzón
login-page-whose = Esta página es para { $user }. El correo del buzón se mostrará a { $user } en Matrix. Siga solo si es usted.
login-page-begin = Soy yo, continuar
login-page-wrong-title = Aún sin sesión
login-page-address = Dirección de correo
login-page-password = Contraseña del buzón
login-page-password-hint = Muchos proveedores quieren una hecha para programas (contraseña de aplicación) si usted usa un segundo factor.
login-page-name = Su nombre en los correos
login-page-name-hint = Puede quedar vacío.
login-page-servers = Servidores
login-page-servers-hint = Se encuentran por la dirección. Rellénelos solo si eso no funciona.
login-page-imap = El correo llega de (IMAP)
login-page-smtp = El correo sale por (SMTP)
login-page-host = Servidor
login-page-port = Puerto
login-page-security = Cifrado
login-page-user = Nombre de usuario, si no es la dirección
login-page-try = Iniciar sesión
login-page-no-address = Eso no es una dirección de correo. Una es así: anna@example.org.
login-page-no-password = Falta la contraseña, o tiene caracteres que ninguna puede tener.
login-page-too-often = Este enlace se ha intentado demasiadas veces. Escriba !mail login a Mailroom para recibir otro.
login-page-servers-none = No se encontraron servidores para esta dirección. Ponga los que indica su proveedor.
login-page-servers-closed = Los buzones de este dominio no se pueden traer aquí. Quienes administran Mailroom pueden nombrar sus servidores.
login-page-servers-not-public = Estos servidores no tienen nombre y dirección públicos, y no se conecta con ellos. Quienes administran Mailroom pueden nombrar servidores internos.
login-page-servers-port = Ese no es un puerto de un servidor de correo: IMAP tiene 993 o 143, SMTP 465 o 587.
login-page-refused = { $server } no aceptó la dirección y la contraseña. Mire si ambas son correctas, y si su proveedor quiere una contraseña de aplicación o tiene que permitir antes los programas de correo.
login-page-tls = { $server } no mostró un certificado de confianza. Mire si su nombre es correcto.
login-page-away = No se pudo llegar a { $server }. Mire si el nombre, el puerto y el cifrado son correctos, o inténtelo más tarde.
login-page-taken = Esta dirección ya es una cuenta aquí. Quienes administran Mailroom pueden decir de quién.
login-page-code-title = Un paso más
login-page-code = Se encontró el buzón. Escriba esto en su chat directo con Mailroom, como { $user }:
login-page-code-then = Vale diez minutos, y no se guarda nada si no lo escribe. No se lo diga a nadie. Después puede cerrar esta página.
login-page-found = Su correo se lee en { $imap } y se envía por { $smtp }.
login-page-over = Este enlace ya se usó o es demasiado antiguo
login-page-over-help = Escriba !mail login en su chat directo con Mailroom para recibir otro.
login-page-coded = Las cifras ya se mostraron
login-page-coded-help = Escríbalas en su chat directo con Mailroom. Si se perdieron, escriba allí !mail login para recibir otro enlace.
login-page-elsewhere = Este enlace está abierto en otro navegador
login-page-elsewhere-help = Vale en el navegador en que se abrió primero. Si no era el suyo, otra persona tiene el enlace: escriba !mail login en su chat directo con Mailroom y este dejará de valer.
`,
  fr: `
mail-image = [image : { $alt }]
mail-image-without-alt = [image]
mail-rest = Reste du message
mail-plain-rendering = Texte brut du message
mail-html-rendering = Texte mis en forme du message
mail-spoiler = [masqué : { $text }]
mail-cut-here = [Coupé ici : { $shownKb } Ko sur { $totalKb } Ko sont affichés. Le message entier est en pièce jointe.]
mail-signed-pgp = Ce message est signé avec OpenPGP ; la signature n’a pas été vérifiée.
mail-signed-smime = Ce message est signé avec S/MIME ; la signature n’a pas été vérifiée.
mail-encrypted-pgp = Ce message est chiffré avec OpenPGP. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.
mail-encrypted-smime = Ce message est chiffré avec S/MIME. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.
mail-opaque-smime = Ce message est signé avec S/MIME sous une forme qui enferme le texte dans la signature ; il est joint tel quel.
mail-password-protected = { $name } est protégé : un mot de passe peut être nécessaire pour l’ouvrir.
mail-further-files = Autres fichiers
mail-files-bundled = Sur les { $all } fichiers de ce message, { $count } se trouvent dans cette archive.
nested-mail = Courriel joint
nested-from = De
nested-date = Date
nested-subject = Objet
nested-more-in-file = … la suite est dans { $name }
unread-file = Le fichier « { $name } » n’a pas pu être lu dans son courriel. Le courriel entier est ici à sa place, en fichier.
unread-file-missing = Le fichier « { $name } » n’a pas pu être lu dans son courriel, il manque donc ici. Cherchez-le dans la boîte, avec un logiciel de messagerie.
unread-mail = Un courriel de { $sender } (« { $subject } ») est arrivé et n’a pas pu être lu : { $reason }. L’original est joint.
unread-mail-without-subject = Un courriel de { $sender } est arrivé et n’a pas pu être lu : { $reason }. L’original est joint.
unread-mail-without-sender = Un courriel (« { $subject } ») est arrivé et n’a pas pu être lu : { $reason }. L’original est joint.
unread-mail-without-sender-and-subject = Un courriel est arrivé et n’a pas pu être lu : { $reason }. L’original est joint.
unread-oversize-mail = Un courriel de { $size }, écrit par { $sender } (« { $subject } »), est arrivé. Il n’est pas affiché ici, car il dépasse { $limit }. Lisez-le dans la boîte, avec un logiciel de messagerie.
unread-oversize-mail-without-subject = Un courriel de { $size }, écrit par { $sender }, est arrivé. Il n’est pas affiché ici, car il dépasse { $limit }. Lisez-le dans la boîte, avec un logiciel de messagerie.
unread-oversize-mail-without-sender = Un courriel de { $size } (« { $subject } ») est arrivé. Il n’est pas affiché ici, car il dépasse { $limit }. Lisez-le dans la boîte, avec un logiciel de messagerie.
unread-oversize-mail-without-sender-and-subject = Un courriel de { $size } est arrivé. Il n’est pas affiché ici, car il dépasse { $limit }. Lisez-le dans la boîte, avec un logiciel de messagerie.
unread-reason-too-large = il est trop grand
unread-reason-empty = il est vide
unread-reason-time = la lecture a pris trop de temps
unread-reason-memory = la lecture a pris trop de mémoire
unread-reason-crash = le programme qui lit les courriels a échoué dessus
unread-reason-oversize = il est trop grand
unread-reason-failed = une erreur est survenue ici
calendar-title-invitation = Invitation
calendar-title-changed = Invitation modifiée
calendar-title-cancelled = Annulé
calendar-title-reply = Réponse à une invitation
calendar-title-counter = Un autre horaire est proposé
calendar-title-published = Rendez-vous
calendar-title-task = Tâche
calendar-label = { $name } :
calendar-when = Quand
calendar-where = Où
calendar-join = Participer
calendar-organizer = Organisé par
calendar-attendees = Participants
calendar-repeats = Répétition
calendar-comment = Commentaire
calendar-untitled = (sans titre)
calendar-all-day = toute la journée
calendar-before = avant : { $value }
calendar-occurrence = seulement celui du { $date }
calendar-added = nouveau : { $names }
calendar-removed = plus invité : { $names }
calendar-accepted = accepté
calendar-declined = refusé
calendar-tentative = provisoire
calendar-delegated = délégué
calendar-no-answer = pas encore de réponse
calendar-optional = facultatif
calendar-and-more = et { $count } autres
calendar-date = { $weekday }. { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
calendar-weekday-sunday = dimanche
calendar-weekday-monday = lundi
calendar-weekday-tuesday = mardi
calendar-weekday-wednesday = mercredi
calendar-weekday-thursday = jeudi
calendar-weekday-friday = vendredi
calendar-weekday-saturday = samedi
calendar-weekday-short-sunday = dim
calendar-weekday-short-monday = lun
calendar-weekday-short-tuesday = mar
calendar-weekday-short-wednesday = mer
calendar-weekday-short-thursday = jeu
calendar-weekday-short-friday = ven
calendar-weekday-short-saturday = sam
calendar-month-january = janvier
calendar-month-february = février
calendar-month-march = mars
calendar-month-april = avril
calendar-month-may = mai
calendar-month-june = juin
calendar-month-july = juillet
calendar-month-august = août
calendar-month-september = septembre
calendar-month-october = octobre
calendar-month-november = novembre
calendar-month-december = décembre
calendar-local-time = heure locale
calendar-every-second =
    { $interval ->
        [1] chaque seconde
       *[other] toutes les { $interval } secondes
    }
calendar-every-minute =
    { $interval ->
        [1] chaque minute
       *[other] toutes les { $interval } minutes
    }
calendar-every-hour =
    { $interval ->
        [1] chaque heure
       *[other] toutes les { $interval } heures
    }
calendar-every-day =
    { $interval ->
        [1] chaque jour
       *[other] tous les { $interval } jours
    }
calendar-every-week =
    { $interval ->
        [1] chaque semaine
       *[other] toutes les { $interval } semaines
    }
calendar-every-month =
    { $interval ->
        [1] chaque mois
       *[other] tous les { $interval } mois
    }
calendar-every-year =
    { $interval ->
        [1] chaque année
       *[other] tous les { $interval } ans
    }
calendar-on-weekdays = le { $days }
calendar-weekday-nth =
    { $nth ->
        [1] premier { $weekday }
        [2] deuxième { $weekday }
        [3] troisième { $weekday }
        [4] quatrième { $weekday }
        [5] cinquième { $weekday }
       *[other] { $nth }e { $weekday }
    }
calendar-weekday-nth-last =
    { $nth ->
        [1] dernier { $weekday }
       *[other] { $nth }e avant-dernier { $weekday }
    }
calendar-and = { $items } et { $last }
calendar-on-month-days = le { $days }
calendar-month-day = { $day }
calendar-month-day-last =
    { $nth ->
        [1] dernier jour
       *[other] { $nth }e avant-dernier jour
    }
calendar-in-months = en { $months }
calendar-times = { $count } fois
calendar-until = jusqu’au { $date }
calendar-own-time = soit { $time }
calendar-except = sauf le { $dates }
calendar-contact = Contact
calendar-contacts = { $count } contacts
calendar-outdated = Une version plus récente de cette invitation est déjà arrivée.
report-action-failed = Non remis à { $who }.
report-action-failed-without-who = Un courriel n’a pas été remis.
report-action-delayed = Pas encore remis à { $who }.
report-action-delayed-without-who = Un courriel n’est pas encore remis.
report-action-delivered = Remis à { $who }.
report-action-delivered-without-who = Un courriel a été remis.
report-action-relayed = Le courriel à { $who } a été transmis à un serveur qui ne dit pas s’il le remet.
report-action-relayed-without-who = Un courriel a été transmis à un serveur qui ne dit pas s’il le remet.
report-action-expanded = Le courriel à { $who } a été remis et distribué à plusieurs personnes.
report-action-expanded-without-who = Un courriel a été remis et distribué à plusieurs personnes.
report-reason-unknown-user = Cette adresse n’existe pas.
report-reason-unknown-host = Ce domaine (la partie après l’@) n’existe pas.
report-reason-moved = Le destinataire a changé d’adresse.
report-reason-no-mail-host = Ce domaine ne reçoit pas de courriel.
report-reason-mailbox-full = Leur boîte est pleine.
report-reason-disabled = Leur boîte est désactivée.
report-reason-too-large = Le courriel est trop volumineux pour leur serveur.
report-reason-spam = Leur serveur a pris le courriel pour du pourriel.
report-reason-authentication = Leur serveur ne croit pas que le courriel vient de nous. Qui gère notre messagerie peut vérifier SPF, DKIM et DMARC.
report-reason-policy = Les règles de leur serveur ne le permettent pas.
report-reason-loop = Le courriel tournait en rond.
report-reason-network = Leur serveur était injoignable.
report-reason-expired = Il n’a pas pu être remis à temps.
report-reason-rate = Leur serveur limite la quantité de courriel.
report-reason-refused = Leur serveur l’a refusé.
report-reason-other = { "" }
report-server-says = Le serveur dit : { $words }
report-about = Le courriel était « { $subject } ».
report-goes-on-trying = Le serveur continue d’essayer de lui-même.
report-disposition-displayed = { $who } a ouvert « { $subject } ».
report-disposition-displayed-without-subject = { $who } a ouvert le courriel.
report-disposition-deleted = { $who } a supprimé « { $subject } », peut-être sans le lire.
report-disposition-deleted-without-subject = { $who } a supprimé le courriel, peut-être sans le lire.
report-disposition-denied = Le logiciel de { $who } ne dit pas si « { $subject } » a été ouvert.
report-disposition-denied-without-subject = Le logiciel de { $who } ne dit pas si le courriel a été ouvert.
report-disposition-failed = Le logiciel de { $who } n’a pas su traiter « { $subject } ».
report-disposition-failed-without-subject = Le logiciel de { $who } n’a pas su traiter le courriel.
report-disposition-processed = « { $subject } » à { $who } a été traité par un programme.
report-disposition-processed-without-subject = Le courriel à { $who } a été traité par un programme.
report-disposition-dispatched = « { $subject } » à { $who } a été transmis.
report-disposition-dispatched-without-subject = Le courriel à { $who } a été transmis.
report-automatic = Le logiciel l’a fait de lui-même.
report-feedback-abuse = { $who } a signalé un courriel d’ici comme pourriel.
report-feedback-fraud = { $who } a signalé un courriel d’ici comme fraude.
report-feedback-virus = Un virus a été trouvé dans un courriel d’ici à { $who }.
report-feedback-not-spam = { $who } a signalé à son fournisseur qu’un courriel d’ici n’est pas du pourriel.
report-feedback-auth-failure = Un courriel à { $who } qui nomme ce domaine comme expéditeur y a échoué à la vérification de l’expéditeur.
report-feedback-other = { $who } s’est plaint d’un courriel d’ici.
report-as-it-came = Le rapport tel quel
room-nobody-to-mail = Rien n’est envoyé : il n’y a personne à l’extérieur à qui l’envoyer. Ajoutez quelqu’un avec !mail to name@example.org, puis récrivez-le.
room-only-banned-to-mail = Non envoyé : toutes les personnes qui le recevraient sont bannies de ce salon ({ $people }). Pour leur écrire malgré tout, levez le bannissement ou écrivez !mail to +{ $address }, puis répétez le message.
room-taken-back = Retiré : rien n’est envoyé.
room-edited-to-command = Retiré : rien n’est envoyé. La commande n’a pas été exécutée non plus, car une modification n’en exécute aucune. Pour l’exécuter, écrivez-la dans un nouveau message.
room-try-again-hint = Écrivez « !mail retry » pour réessayer.
room-no-text = (un courriel sans texte)
room-no-sender = Un courriel sans expéditeur :
room-new-subject = Objet : { $subject }
room-from-mail-program = { $name } (depuis un logiciel de messagerie) :
room-shortened = … coupé ici ; le courriel entier est dans « { $name } ».
room-original = original
room-whole-mail = courriel entier
room-file-too-large = Le fichier « { $name } » ({ $size }) est trop volumineux pour le serveur Matrix, il manque donc ici. Il se trouve dans le courriel, dans la boîte.
room-file-left-out = Le fichier « { $name } » ({ $size }) a été laissé de côté lors de la reprise de ce courriel.
room-import-space = Archives : { $name }
room-said-for-banned = { $name } est banni de ce salon, je montre donc ce qui est venu de sa part :
room-said-for-kept-out = { $name } ne peut pas écrire dans ce salon, je montre donc ce qui est venu de sa part :
room-said-for-refused = Le serveur Matrix n’a pas accepté cette partie d’un courriel de { $name }, je la montre donc :
room-said-for-mail-program = { $name } (depuis un logiciel de messagerie) :
puppet-edit-stays = Ceci est venu d’un logiciel de messagerie et est parti tel quel. La modification ne se voit que dans ce salon et n’est pas envoyée ; ce qui doit parvenir aux autres, écris-le dans un nouveau message.
puppet-refused = Le serveur Matrix n’accepte plus le jeton que j’ai de toi, je ne parle donc plus en ton nom avec lui : ce que tu écris dans un logiciel de messagerie, je le dis pour toi, avec ton nom. La personne qui gère Mailroom peut en mettre un nouveau dans la configuration (puppets.tokens).
room-without-words-mail = ⚠ Ce courriel manque ici, en tout ou en partie : les règles du serveur Matrix refusent ses mots. Rien n’est perdu : le courriel est dans la boîte, et « !mail source » en réponse à ceci le remet.
room-without-words-notice = ⚠ Les règles du serveur Matrix refusent ce que je voulais dire ici.
room-without-words-line = ⚠ Une conversation dont les règles du serveur Matrix refusent les premiers mots :
room-login-refused = ⚠ Le serveur de messagerie refuse la connexion à cette boîte ({ $protocol }) : aucun nouveau courriel n’arrive ici. Rien n’est perdu, les courriels attendent dans la boîte. L’administration doit corriger le mot de passe (ou oauth2) dans la configuration. Mailroom réessaie de lui-même, de moins en moins souvent, pendant environ un jour ; « !mail accounts retry » réessaie tout de suite.
room-login-ends = ⚠ Le fournisseur laisse Mailroom entrer dans cette boîte jusqu’au { $time }. D’ici là, quelqu’un doit se connecter de nouveau : la personne qui exploite Mailroom, avec « mailroom login { $account } ».
room-no-secret = ⚠ Le mot de passe de cette boîte manque ou ne s’ouvre pas ici, donc aucun nouveau courrier n’arrive. Rien n’est perdu : il attend dans la boîte. « mailroom secret sealed » sur la machine dit ce qui ne va pas ; « mailroom ctl account change { $account } --password-file FICHIER » donne à nouveau le mot de passe.
room-not-invited-blocked = ⚠ { $user } n’accepte pas d’invitations, je ne peux donc pas lui en envoyer. Toutes les autres personnes sont invitées comme avant. Qui est dans l’espace peut entrer de soi-même dans ses salons ; pour de nouvelles invitations, il faut y autoriser celles de { $bot }.
room-not-invited-refused = ⚠ Le serveur Matrix ne me laisse pas inviter { $user } ({ $code }). Toutes les autres personnes sont invitées comme avant. Qui exploite ce serveur peut dire pourquoi.
room-not-readable-subject = Courriel illisible
room-moved-on = Ce salon a été remplacé par un autre. Merci de continuer là-bas.
room-moved-on-not-mailed = Non envoyé : ce salon a été remplacé par un autre. Merci de l’écrire là-bas.
room-followed = La conversation continue ici : ce qui s’écrit dans ce salon part par courriel.
inbox-name = { $account } – Boîte de réception
inbox-lobby-name = { $account } – Modération
inbox-no-subject = (sans objet)
inbox-only-files =
    { $count ->
        [1] un fichier
       *[other] { $count } fichiers
    }
inbox-begun-by = { $name } (nous)
inbox-again = { $name } (à nouveau)
thread-reason-report = c’est un rapport sur un de nos courriels de cette conversation
thread-reason-moved = il répond à un courriel que quelqu’un a déplacé ici
thread-reason-own-id = il répond à un courriel envoyé de cette conversation
thread-reason-beside = il répond depuis la conversation à côté de celle-ci, et son expéditeur ne participe qu’ici
thread-reason-same-id = il porte le même numéro (Message-ID) qu’un courriel de cette conversation, avec d’autres mots
thread-reason-token = il a été envoyé à l’adresse que nos courriels de cette conversation indiquent pour les réponses
thread-reason-in-reply-to = il répond à un courriel de cette conversation, et son expéditeur y participe
thread-reason-references = il renvoie à un courriel de cette conversation, et son expéditeur y participe
thread-reason-alias = il répond à un de nos courriels, sous le numéro que le serveur de messagerie lui a donné
thread-reason-referenced-by = un courriel de cette conversation, arrivé avant, répond à celui-ci
thread-reason-sibling = il répond au même courriel qu’un autre ici ; ce courriel lui-même, nous ne l’avons pas
thread-reason-thread-index = Outlook la range dans la même conversation qu’un courriel de ce salon, et son expéditeur y participe
thread-reason-list-room = il est passé par la liste à laquelle ce salon est consacré
thread-reason-digest = il a été envoyé en nombre et n’attend pas de réponse : ces courriels partagent un salon
thread-reason-no-references = il ne répond à rien et a donc ouvert cette conversation
thread-reason-unknown-references = il ne répond qu’à des courriels que ce compte n’a pas, et a donc ouvert cette conversation
thread-reason-changed-subject = il répond à une autre conversation, mais avec un nouvel objet et sans la citer, et en a donc ouvert une à part
thread-reason-not-a-participant = il nomme un courriel d’une autre conversation à laquelle son expéditeur ne participe pas, et en a donc ouvert une à part
thread-reason-own = il a été écrit dans ce salon
thread-reason-answer = il a été écrit dans ce salon, en réponse
thread-why-other = il n’a pas pu être lu en entier ({ $reason }), seul son en-tête a donc décidé
thread-why-placed = { $user } l’a déplacé ici
thread-why-belongs-same-organisation = il nomme un courriel de cette conversation ; son expéditeur n’y participait pas encore, mais il est de la même organisation que quelqu’un qui y participe
thread-why-belongs-names-participants = il nomme un courriel de cette conversation ; son expéditeur n’y participait pas encore, mais il écrit à quelqu’un qui y participe
thread-why-belongs-other = il nomme un courriel de cette conversation ; son expéditeur n’y participait pas encore, mais il est vérifié ou avait déjà écrit ici
thread-changed-subject-here = Ceci répond à une autre conversation, mais avec un nouvel objet, et a donc son propre salon. L’autre :
thread-changed-subject-there = Une réponse à cette conversation a un nouvel objet et a donc ouvert sa propre conversation :
thread-stranger-here = Ceci renvoie à une autre conversation, à laquelle l’expéditeur ne participe pas, et a donc son propre salon. L’autre :
thread-stranger-there = Quelqu’un qui ne participe pas à cette conversation y renvoie dans un courriel. Ce courriel n’est pas affiché ici, mais dans son propre salon :
thread-no-subject = (sans objet)
thread-verified-now = Le même courriel est arrivé encore une fois, et cette fois son expéditeur est vérifié.
thread-came-directly = Le même courriel est arrivé encore une fois, directement de { $address }, et cet expéditeur est vérifié.
thread-reply-to = Écrivez ceci en réponse au message en question.
thread-no-mail = Ce message n’est pas un courriel de cette conversation.
thread-which-room = Écrivez après la commande quel salon : un lien, son adresse ou son identifiant.
thread-no-room = Ce n’est pas le salon d’une conversation de ce compte.
thread-same-room = C’est déjà ce salon : rien n’a été déplacé.
thread-nothing-here = Il n’y a pas de courriel dans cette conversation.
thread-too-many = Rien n’a été déplacé : cela ferait { $count } courriels, et on en déplace au plus { $most } à la fois.
thread-first-stays = La conversation commence par ce message : il n’y a rien à séparer.
thread-moved-to =
    { $count ->
        [1] Un courriel est maintenant dans :
       *[other] { $count } courriels sont maintenant dans :
    }
thread-moved-away = Déplacé vers :
thread-moved-here =
    { $count ->
        [1] { $user } a déplacé un courriel ici. L’original :
       *[other] { $user } a déplacé { $count } courriels ici. Les originaux :
    }
thread-original = message { $place }
thread-goes-on-there = Non envoyé : cette conversation continue dans un autre salon. Merci de l’écrire là-bas :
thread-answer-there = Non envoyé : le message auquel il répond a été déplacé dans un autre salon. Merci d’y répondre là-bas :
sender-not-verified = non vérifié
sender-group-only = seul un groupe l’affirme
sender-failed = vérification échouée
sender-not-their-name = nom suspect
sender-claims = ⚠ Un courriel qui prétend venir de { $claim }, mais dont la vérification de l’expéditeur a échoué :
sender-suspected = ⚠ Un courriel suspect attend une décision ; d’ici là, il n’est pas affiché dans sa conversation. Il prétend venir de { $claim }.
sender-suspected-reason-internal-claimed = C’est une de vos propres adresses, et rien ne prouve que le courriel en vient.
sender-suspected-reason-dmarc-policy = La vérification de l’expéditeur a échoué, et le propriétaire de ce domaine demande de ne pas accepter ces courriels.
sender-suspected-subject = Objet : { $subject }
sender-suspected-how = Réagissez avec ✅ pour l’afficher (marqué) dans sa conversation, avec ❌ pour l’écarter ; ou répondez !mail accept ou !mail refuse.
sender-accepted = Accepté : il est affiché dans sa conversation, marqué.
sender-refused = Refusé : il n’est pas affiché. Il reste dans la boîte.
sender-suspected-reply-to = Écrivez ceci en réponse au message sur le courriel suspect.
sender-not-suspected = Derrière ce message, aucun courriel suspect n’attend (plus).
sender-why-reply-to = Écrivez ceci en réponse au message en question.
sender-why-unknown = Aucun courriel ne correspond à ce message.
sender-why-thread = Dans cette conversation parce que : { $reason }
sender-why-sender = Expéditeur : { $verdict }. Ce qui a décidé : { $reason }.
sender-verdict-pass = vérifié
sender-verdict-fail = vérification échouée
sender-verdict-unchecked = non vérifié
sender-reason-submission = une connexion à notre propre serveur de messagerie pour l’envoyer
sender-reason-auth = notre serveur de messagerie dit que l’expéditeur était connecté
sender-reason-dmarc = les règles du domaine de l’expéditeur (DMARC)
sender-reason-dkim = la signature du domaine (DKIM)
sender-reason-spf = le serveur d’où il vient (SPF)
sender-reason-arc = la parole d’un serveur de confiance qui l’a transmis (ARC)
sender-reason-no-from = le courriel ne nomme aucun expéditeur
sender-reason-several-from = le courriel nomme plusieurs expéditeurs
sender-reason-group = seul le groupe par lequel il est passé dit qui l’a écrit
sender-reason-other-login = quelqu’un d’autre était connecté pour l’envoyer
sender-reason-nothing-proven = rien ne prouve qui l’a envoyé
sender-reason-no-results = personne ne l’a vérifié
sender-reason-not-readable = le courriel n’a pas pu être lu
sender-why-ours = Expéditeur : l’un des nôtres, aucune vérification nécessaire.
sender-why-marked = Marqué, parce que : { $marks }.
sender-mark-failed = la vérification a échoué
sender-mark-other-login = quelqu’un d’autre était connecté pour l’envoyer
sender-mark-no-from = il ne nomme aucun expéditeur
sender-mark-several-from = il nomme plusieurs expéditeurs
sender-mark-group = son expéditeur est un groupe, pas une personne
sender-mark-unchecked = son expéditeur n’est pas vérifié
sender-mark-group-only = seul un groupe dit qui l’a écrit
sender-mark-newcomer = son expéditeur est nouveau dans cette conversation
sender-mark-imitates = son nom est celui de l’un des vôtres ou d’un de vos comptes
sender-mark-address-in-name = son nom est une autre adresse
sender-mark-turned-name = son nom contient des caractères qui inversent le sens d’écriture
sender-mark-mixed-scripts = son nom mêle des lettres de plusieurs alphabets
sender-why-by = · { $said } (dit { $by })
admission-mark = nouveau ici
admission-joined = ⚠ { $person } est nouveau ici : en réponse à un courriel destiné à quelqu’un d’autre.
admission-joined-how = Réagissez avec ✅ pour l’admettre, ou avec ❌ pour ne plus afficher ses courriels dans ce salon ; ou répondez !mail allow ou !mail block. D’ici là, aucune réponse ne lui est envoyée, sauf si vous répondez à son message.
admission-colleague-joined = { $person } écrit ici pour la première fois : expéditeur vérifié, de la même organisation ({ $domain }) que quelqu’un qui participe.
admission-colleague-joined-how = Aucune réponse ne lui est envoyée avant que vous, ou quelqu’un qui participe, ne lui écriviez, ou que vous ne réagissiez avec ✅. Une réponse à son message lui est envoyée ; ❌ n’affiche plus ses courriels dans ce salon.
admission-welcomed = { $address } participe désormais.
admission-refused = Les courriels de { $address } ne sont plus affichés dans ce salon.
admission-whom = Précisez qui : !mail block bob@example.org, ou un domaine, ou en réponse à un message.
admission-no-pattern = « { $text } » n’est ni une adresse ni un domaine (* remplace n’importe quoi).
admission-blocked = Bloqué dans tout le compte : { $pattern }. Ces courriels ne sont pas affichés ; ils restent dans la boîte.
admission-blocked-here = Bloqué dans ce salon : { $pattern }. Ces courriels ne sont pas affichés ; ils restent dans la boîte.
admission-allowed = Admis dans tout le compte : { $pattern }. Ces personnes participent sans qu’on le demande, si l’expéditeur est vérifié.
admission-allowed-here = Admis dans ce salon : { $pattern }. Ces personnes participent sans qu’on le demande, si l’expéditeur est vérifié.
admission-dropped = Il n’y a plus de règle sur { $pattern }.
admission-not-there = Il n’y a pas de règle sur { $pattern } ici.
admission-no-rules = Il n’y a pas de règle sur qui peut participer.
admission-rules = Règles sur qui peut participer :
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = dans ce salon
admission-of-config = de la configuration
admission-more = … et { $count } de plus
admission-not-shown = Courriels non affichés ces { $days } derniers jours : { $count }
admission-not-shown-why-blocked = bloqués par { $detail }
admission-not-shown-why-refused = de personnes refusées dans un salon
admission-not-shown-why-newcomer = de quelqu’un de nouveau dans une conversation
admission-not-shown-why-lists-ignored = de listes de diffusion
admission-not-shown-why-bulk-ignored = lettres d’information et autres envois en nombre
admission-open = Ce salon est ouvert : quiconque répond à l’un de ses courriels et est vérifié participe.
admission-asked = Ce salon n’est pas ouvert : le réglage du compte dit si les courriels d’un nouveau venu sont affichés ou refusés.
admission-only-in-thread = Cela ne s’utilise que dans le salon d’une conversation.
admission-refusal-subject = Non remis : { $subject }
admission-refusal-subject-without-subject = Votre message n’a pas été remis
admission-refusal-undelivered = Votre message à { $account } n’a pas été remis aux personnes derrière cette adresse : vous ne participez pas à cette conversation, ou vos courriels n’y sont pas acceptés.
admission-refusal-other-way = Si vous pensez qu’il devrait être lu, écrivez par un autre moyen.
admission-refusal-program = Cet avis a été rédigé par un programme. Merci de ne pas y répondre.
admission-automatic = Courriel automatique de { $person } :
admission-digest = Lettres d’information
admission-reply-to-answer = Non envoyé : ce salon reçoit les courriels de beaucoup d’expéditeurs, on ne sait donc pas à qui l’envoyer. Écrivez-le en réponse au message auquel vous voulez répondre.
overflow-room = Courriels en attente
overflow-mail = Un courriel de { $from } attend ici et n’est pas encore affiché : trop de nouveaux courriels sont venus de l’extérieur en une heure.
overflow-how = Réagissez avec ✅ pour le laisser entrer, avec ❌ pour l’écarter (il reste dans la boîte). !mail overflow let-in les laisse tous entrer.
overflow-how-all = !mail overflow let-in les laisse tous entrer, !mail overflow discard les écarte tous. En réponse à l’un d’eux, cela ne concerne que celui-là.
overflow-waiting = { $count ->
    [one] Un courriel attend
   *[other] { $count } courriels attendent
  } d’être admis.
overflow-none = Aucun courriel n’attend d’être admis.
overflow-not-there = Derrière ce message, aucun courriel n’attend (plus).
overflow-let-in = { $count ->
    [one] Il est admis.
   *[other] { $count } courriels sont admis.
  }
overflow-discarded = { $count ->
    [one] Il n’est pas affiché ; il reste dans la boîte.
   *[other] { $count } courriels ne sont pas affichés ; ils restent dans la boîte.
  }
old-mail-waits = { $count ->
    [1] Un courriel de la boîte est plus ancien que ce compte et attend.
   *[other] { $count } courriels de la boîte sont plus anciens que ce compte et attendent. Quelqu’un les y a sans doute copiés ou déplacés.
  }
old-mail-between = La boîte les a reçus entre le { $from } et le { $to }.
old-mail-of = La boîte les a reçus le { $day }.
old-mail-how = ✅ les montre sans bruit : chaque conversation reçoit son salon, personne n’est invité ni averti. ❌ les laisse dans la boîte, sans les montrer.
old-mail-how-else = !mail old as-new les traite comme du courrier qui vient d’arriver, avec invitations et lignes dans la boîte de réception.
old-mail-answers = Ils attendent jusqu’à ce que quelqu’un décide. Qui répond à l’un d’eux amène sa conversation.
old-mail-over = Aucun ancien courriel n’attend plus ici.
old-mail-none = Aucun ancien courriel n’attend.
old-mail-quietly = { $count ->
    [1] Le courriel est montré sans bruit.
   *[other] { $count } courriels sont montrés sans bruit, les plus anciens d’abord. Leurs salons sont dans l’espace.
  }
old-mail-as-new = { $count ->
    [1] Le courriel entre comme un nouveau.
   *[other] { $count } courriels entrent comme nouveaux.
  }
old-mail-left = { $count ->
    [1] Le courriel n’est pas montré ; il reste dans la boîte.
   *[other] { $count } courriels ne sont pas montrés ; ils restent dans la boîte.
  }
old-mail-left-before = { $count ->
    [1] Un ancien courriel a été laissé dans la boîte auparavant.
   *[other] { $count } anciens courriels ont été laissés dans la boîte auparavant.
  }
old-mail-decided = { $count ->
    [1] Une décision a été prise pour un courriel.
   *[other] Une décision a été prise pour { $count } courriels.
  }
recipients-why-sender-only = à { $address } seulement, comme demandé
recipients-why-chosen = comme réglé dans ce salon ; !mail to, !mail cc et !mail bcc le changent
recipients-bcc = Copie cachée (personne d’autre ne la voit)
recipients-first-time = Le premier courriel d’ici à { $people }. Il part dans { $seconds } secondes ; d’ici là, ❌ sur votre message l’arrête.
recipients-kept-inside = Non envoyé : ce qui est écrit dans le fil d’une note reste dans ce salon. Pour l’envoyer, écrivez-le hors de ce fil.
recipients-notice-answered = Non envoyé : une réponse à l’un de mes messages reste dans ce salon. Pour l’envoyer, écrivez-le dans un message à part ou en réponse à un courriel.
recipients-like-command = Non envoyé, car cela commence comme une de mes commandes.
recipients-mail-it-all = Pour l’envoyer tel quel, écrivez !reply devant.
recipients-none = personne
recipients-not-verified = Attention : l’expéditeur du courriel auquel vous répondez n’est pas vérifié.
recipients-left-out = Laissés de côté, car le courrier envoyé là est revenu : { $people }. !mail unpause ADRESSE y envoie de nouveau.
recipients-nobody-left = Personne ne recevrait de réponse pour le moment.
recipients-will-quote = Le prochain courriel cite la conversation jusqu’ici, pour que { $people } puisse la suivre.
recipients-ghost-added = { $person } reçoit une copie de chaque courriel dès votre prochain message ; le premier cite la conversation jusqu’ici. Pour y mettre fin, retirez cette personne du salon.
recipients-ghost-added-known = { $person } reçoit une copie de chaque courriel dès votre prochain message. Pour y mettre fin, retirez cette personne du salon.
recipients-ghost-dropped = { $address } ne reçoit plus les courriels de cette conversation, jusqu’à son prochain courriel. Pour rajouter cette personne avant, invitez-la ou écrivez !mail cc +{ $address }
recipients-ghost-banned = { $address } est banni de ce salon et ne reçoit plus les courriels de cette conversation, même après un nouveau courriel de sa part. Rien de ce qui en vient n’est perdu : je le montre ici à sa place.
recipients-ghost-banned-how = Pour y envoyer de nouveau, levez le bannissement ou écrivez !mail to +{ $address }. Pour ne plus voir ses courriels, écrivez !mail block { $address }
recipients-ghost-unbanned = { $address } n’est plus banni de ce salon et reçoit de nouveau les courriels de cette conversation.
recipients-ghost-not-added = { $address } n’a pas été ajouté : c’est une adresse de ce compte, ou celle de personne.
recipients-unreadable = « { $what } » n’est pas une adresse de courriel. Cela s’utilise ainsi : !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } a été laissé de côté : c’est une adresse de ce compte.
recipients-from = Les courriels de cette conversation partent de { $address }.
recipients-not-own = { $address } n’est pas une adresse de ce compte. Il a : { $own }
recipients-subject = L’objet est : { $subject }
recipients-subject-set = Dès le prochain courriel, l’objet est : { $subject }. Certains logiciels de messagerie en font une autre conversation.
recipients-sender-only = Dès le prochain message, seul l’expéditeur du courriel auquel vous répondez reçoit la réponse. !mail reply-to-sender off y met fin.
recipients-to-all-again = Dès le prochain message, les réponses vont de nouveau à tous.
recipients-quoted-thread = La conversation jusqu’ici :
compose-ask-account = De quel compte faut-il l’envoyer ? Écrivez l’un de : { $accounts }.
compose-ask-to = À qui ? Écrivez une ou plusieurs adresses de courriel.
compose-ask-subject = Quel est l’objet ? Écrivez - pour aucun.
compose-cancel-hint = { $command } abandonne.
compose-not-understood = Je n’ai pas compris.
compose-cancelled = D’accord : aucune conversation n’a été commencée.
compose-nothing-to-cancel = Il n’y a rien à abandonner ici.
compose-begun = Une conversation avec { $people } commence dans son propre salon :
compose-room = salon
compose-welcome = Une nouvelle conversation : ce que vous écrivez ici part par courriel de { $from } à { $people }.
compose-subject = Objet : { $subject }
compose-subject-from-words = Les premiers mots de votre premier message seront l’objet, sauf si vous en fixez un avant : !mail subject …
compose-first-is-mail = Votre premier message est le premier courriel. !mail to, !mail cc et !mail bcc changent qui le reçoit.
compose-wrote = { $name } a écrit :
compose-ask-account-here = Rien n’est envoyé pour l’instant : de quel compte faut-il l’envoyer ? Écrivez l’un de : { $accounts }
compose-may-not = Vous ne pouvez pas commencer de conversation par courriel ici. Demandez à un membre de l’équipe d’un compte de courriel, ou à l’administration de ce serveur.
compose-encrypted = Rien n’a été envoyé : ce salon est chiffré, et je ne peux pas le lire. Merci d’en créer un sans chiffrement.
forward-to-whom = À qui ? Écrivez une adresse derrière : !mail forward bob@example.org Savez-vous ce que c’est ?
forward-own-address = { $address } est une adresse de ce compte : rien n’a été transféré.
forward-takes-part = { $address } participe à cette conversation : écrivez ici ce qui doit y être lu. Rien n’a été transféré.
forward-unreadable = Ce courriel ne peut pas être lu ici, et ne peut donc pas être transféré.
forward-begun = { $name } transfère ce courriel à { $people }. Les réponses arrivent dans un salon à part, et personne de cette conversation ne les reçoit. ❌ sur ce message arrête le courriel tant qu’il n’est pas parti :
forward-aside = Demandé à part d’une autre conversation, dont les participants ne reçoivent rien d’ici :
forward-wrote = { $name } transfère un courriel :
forward-not-verified = Attention : l’expéditeur du courriel transféré ici n’est pas vérifié.
forward-shown-shortened = [Abrégé ici ; le courriel part en entier.]
forward-files = Fichiers : { $names }
forward-stopped = Repris : le courriel n’est pas transféré.
forward-too-late = Trop tard : le courriel a déjà été transféré.
forward-apart-first = Ce courriel nomme aussi { $people }. Ces personnes sont de la conversation à côté de laquelle celle-ci a commencé ; elles restent en dehors et ne reçoivent aucune réponse d’ici :
forward-apart-asked = Ce courriel nomme aussi { $people }. Ces personnes ont seulement été consultées à part, et ne reçoivent aucune réponse d’ici, sauf si !mail cc les nomme :
forward-not-here = Impossible d’ajouter { $people } : de la conversation à côté de laquelle celle-ci a commencé, et ne doit pas voir ce qui s’écrit ici. Écrivez-lui là-bas.
forward-stays-apart = L’une de ces conversations a commencé à côté de l’autre : elles restent séparées, pour que personne de l’une ne lise l’autre. Rien n’a été déplacé.
forward-answered = { $name } a répondu à part. Pour lui écrire, allez dans le salon de cette conversation :
outgoing-some-message = (un message dans le chat)
outgoing-some-room = (un salon de discussion)
outgoing-spoiler-label = [masqué : { $reason }]
outgoing-spoiler-label-without-reason = [masqué, à sélectionner pour lire]
outgoing-wrote = { $name } a écrit :
outgoing-wrote-at = Le { $day }/{ $month }/{ $year } à { $time }, { $name } a écrit :
outgoing-attached = En pièce jointe : { $name } ({ $size })
outgoing-attached-without-size = En pièce jointe : { $name }
outgoing-voice-message-file = Message vocal
outgoing-voice-message = Message vocal ({ $duration }), en pièce jointe
outgoing-voice-message-without-duration = Message vocal, en pièce jointe
outgoing-audio = Audio : { $name } ({ $duration }), en pièce jointe
outgoing-audio-without-duration = Audio : { $name }, en pièce jointe
outgoing-video = Vidéo : { $name } ({ $duration }), en pièce jointe
outgoing-video-without-duration = Vidéo : { $name }, en pièce jointe
outgoing-sticker = [autocollant : { $name }]
outgoing-location = Position : { $description }
outgoing-location-without-description = Position :
outgoing-poll = Sondage : { $question }
outgoing-poll-hint =
    { $choices ->
        [1] Répondez avec le numéro de votre choix.
       *[other] Répondez avec les numéros de vos choix, { $choices } au plus.
    }
outgoing-forwarded-by = Message transféré par { $name }
outgoing-forwarded-from = De : { $people }
outgoing-forwarded-date = Date : { $day }/{ $month }/{ $year } { $time }
outgoing-forwarded-subject = Objet : { $subject }
outgoing-forwarded-to = À : { $people }
outgoing-forwarded-cc = Cc : { $people }
outgoing-forwarded-not-verified = L’expéditeur de ce message n’est pas vérifié.
outgoing-forwarded-encrypted = Ce message est chiffré. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.
outgoing-forwarded-too-long = Ce message est trop long pour figurer ici en entier ; il est joint tel quel.
guests-mail-left =
  { $count ->
    [one] { $count } autre message n’est pas dans ce courriel. Il se trouve dans le salon :
   *[other] { $count } autres messages ne sont pas dans ce courriel. Ils se trouvent dans le salon :
  }
guests-mail-in-room = Dans le salon
guests-mail-thread = Dans le fil « { $words } »
guests-mail-file-there = dans le salon
guests-mail-why = Vous participez à « { $room } » par courriel : ce que vous répondez y est dit.
guests-mail-choices = À quelle fréquence voulez-vous du courrier ? Répondez par un de ces mots seul sur la première ligne : { $now }, { $hourly }, { $daily } ou { $pause }. Pour ne plus rien recevoir, répondez par STOP.
guests-word-now = maintenant
guests-word-hourly = toutes les heures
guests-word-daily = chaque jour
guests-word-pause = pause
guests-chosen-subject = La fréquence de vos courriels
guests-chosen-now = Désormais vous recevez ce qui est dit après une pause de la conversation, et aussitôt ce qui vous mentionne.
guests-chosen-hourly = Désormais vous recevez au plus un courriel par heure, et aussitôt ce qui vous mentionne.
guests-chosen-daily = Désormais vous recevez un courriel par jour, et aussitôt ce qui vous mentionne.
guests-chosen-pause = Vous ne recevez rien pour l’instant, d’aucun salon. Pour recevoir de nouveau du courrier, répondez par : { $now }
delivery-mail-of = Courriel du { $time }, de { $author } :
delivery-standing-waiting = attend d’être envoyé
delivery-standing-held = peut encore être modifié
delivery-standing-deferred = le serveur de messagerie ne l’accepte pas encore ; un nouvel essai suivra de lui-même
delivery-standing-accepted = confié au serveur de messagerie
delivery-standing-refused = refusé
delivery-standing-paused = pas envoyé, l’adresse est en pause
delivery-standing-delayed = retardé, leur serveur continue d’essayer
delivery-standing-bounced = non remis
delivery-standing-delivered = remis
delivery-standing-relayed = transmis à un serveur qui ne dit pas s’il le remet
delivery-standing-expanded = remis et distribué à plusieurs personnes
delivery-standing-read = ouvert
delivery-standing-unknown = peut-être parti, peut-être pas : la connexion s’est rompue à la fin
delivery-claimed = un rapport que n’importe qui a pu écrire dit : { $standing }
delivery-status-reply-unknown = Aucun courriel de notre part ne correspond à ce message.
delivery-not-handed = Pas encore envoyé à { $address } : notre propre serveur de messagerie ne peut pas le prendre pour l’instant. Un nouvel essai suivra. ({ $words })
delivery-passed = Un message plus récent de cette conversation part maintenant avant celui-ci : le serveur de messagerie n’a pas encore accepté celui-ci. Un nouvel essai aura lieu.
delivery-unseen = Ceci n’est pas encore envoyé : le serveur Matrix ne me laisse pas lire ce salon en ce moment, et je ne peux donc pas voir si vous l’avez modifié ou supprimé. Je continue d’essayer, et l’envoi se fait dès que j’ai pu regarder.
delivery-unproven = Rien ne prouve que ce rapport vient d’un serveur de messagerie : quiconque a le courriel a pu l’écrire. Il n’a donc rien changé.
delivery-paused-now = Plus rien n’est envoyé à { $address } jusqu’à ce que quelqu’un écrive !mail unpause { $address }
delivery-paused-since = Rien n’est envoyé à { $address } depuis le { $date } : { $why } !mail unpause { $address } fait un nouvel essai.
delivery-paused-since-without-why = Rien n’est envoyé à { $address } depuis le { $date }. !mail unpause { $address } fait un nouvel essai.
delivery-left-out = { $address } ne reçoit ni ce courriel ni les suivants de ce salon : rien n’y est envoyé depuis le { $date }. { $why } Si l’adresse est de nouveau bonne, !mail unpause { $address } y envoie ce qui a été retenu ici, puis les courriels suivants.
delivery-left-out-without-why = { $address } ne reçoit ni ce courriel ni les suivants de ce salon : rien n’y est envoyé depuis le { $date }. Si l’adresse est de nouveau bonne, !mail unpause { $address } y envoie ce qui a été retenu ici, puis les courriels suivants.
delivery-others-get-it = Les autres reçoivent ce courriel ; le ✔️ ne vaut que pour eux. Je ne le dis qu’une fois dans ce salon.
delivery-nobody-left = Personne ne reçoit donc ce message : il n’est pas envoyé. Il partira après cette commande. Pour écrire à une autre adresse, indiquez-la avec !mail to ADRESSE et répétez le message.
delivery-unpaused =
    { $mails ->
        [0] Les envois à { $address } reprennent.
        [1] Les envois à { $address } reprennent. Un courriel qui attendait part maintenant.
       *[other] Les envois à { $address } reprennent. { $mails } courriels qui attendaient partent maintenant.
    }
delivery-not-paused = Rien à faire : les envois à { $address } se font comme toujours.
delivery-no-address = Ce n’est pas une adresse de courriel. Cela s’utilise ainsi : !mail unpause bob@example.org
brakes-stopped = Arrêté : ceci n’a pas été envoyé. { $why }
brakes-why-came-back = Le courriel auquel il répond est déjà passé par cette boîte.
brakes-why-repeated = Il répond à un courriel en moins d’une minute, et les mêmes mots sont revenus plusieurs fois.
brakes-why-rate = Il répond en moins d’une minute à un courriel qui semble nous répondre, comme plusieurs autres avant lui, comme quand deux automates se répondent.
brakes-why-first = Il répond en moins de dix secondes à un courriel qui commence une conversation. Plusieurs réponses précédentes au même expéditeur aussi, et un nouveau courriel est arrivé peu après chacune, comme quand deux automates se répondent.
brakes-why-stopped = Une réponse a déjà été arrêtée dans cette conversation ; les suivantes le sont aussi si elles viennent en moins d’une minute.
brakes-why-received = Le courriel auquel il répond est passé par trop de serveurs.
brakes-why-steady = Cette conversation a eu, en une heure ou un jour, plus de réponses que des personnes n’en écrivent.
brakes-stopped-how = Une personne l’a-t-elle écrit ? La réaction ✅ à ce message (ou !mail brake reset) l’envoie avec ce qui attend ; ❌ l’abandonne.
brakes-slow-passes = Qui prend plus d’une minute pour répondre est envoyé comme toujours.
brakes-released =
    { $count ->
        [0] Libéré ; rien n’attendait.
        [1] Libéré : un courriel part.
       *[other] Libéré : { $count } courriels partent.
    }
brakes-cancelled =
    { $count ->
        [1] Abandonné : un courriel ne part pas.
       *[other] Abandonné : { $count } courriels ne partent pas.
    }
brakes-none = Rien n’est arrêté ici.
brakes-thread = Arrêté depuis { $since } : « { $subject } », { $mails } courriels attendent
brakes-reset-how = Écrivez !mail brake reset dans le salon de la conversation pour les envoyer.
brakes-tripped-volume = ⚠ Tout courriel sortant est arrêté : { $count } courriels en dix minutes, c’est plus que les personnes d’ici n’en écrivent.
brakes-tripped-refusals = ⚠ Tout courriel sortant est arrêté : { $count } courriels ont été refusés en dix minutes, la plupart des envois.
brakes-tripped-how = Rien n’est perdu : les courriels attendent. Cherchez ce qui envoie autant, puis écrivez !mail breaker reset (ou lancez « mailroom breaker reset ») ; alors ils partent.
brakes-open = Tout courriel sortant est arrêté depuis { $since } ; { $waiting } courriels attendent.
brakes-closed = Le courriel sortant n’est pas arrêté : { $sent } courriels dans les dix dernières minutes.
brakes-reset = Le courriel sortant n’est plus arrêté (dit par { $by }) ; { $waiting } courriels en attente partent maintenant.
brakes-not-open = Le courriel sortant n’est pas arrêté.
helpdesk-span-minute =
    { $count ->
        [1] { $count } minute
       *[other] { $count } minutes
    }
helpdesk-span-hour =
    { $count ->
        [1] { $count } heure
       *[other] { $count } heures
    }
helpdesk-span-day =
    { $count ->
        [1] { $count } jour
       *[other] { $count } jours
    }
helpdesk-claimed = Vous vous occupez maintenant de cette conversation.
helpdesk-had-by = { $name } s’occupe de cette conversation. Pour la donner à quelqu’un d’autre, écrivez !mail assign et son nom.
helpdesk-had-by-invited = { $name } s’occupe de cette conversation, et vous avez une invitation dans son salon. Pour la donner à quelqu’un d’autre, écrivez !mail assign et son nom.
helpdesk-had-already = Vous vous occupez déjà de cette conversation.
helpdesk-unclaimed = Personne ne s’occupe plus de cette conversation. !mail claim ou la réaction 👀 la prend.
helpdesk-gave-back = { $name } a quitté le salon. Personne ne s’occupe plus de cette conversation.
helpdesk-declined = { $name } a décliné l’invitation. Personne ne s’occupe plus de cette conversation.
entry-crowded = Plus de { $count } nouvelles conversations sont arrivées en un jour. Désormais, personne n’est invité dans chaque nouveau salon.
entry-crowded-how = La boîte de réception a une ligne pour chacune. 👀 sur une ligne, ou !mail claim avec son lien, prend la conversation et vous invite dans son salon. Quand elle est terminée, vous quittez le salon ; vous pouvez y revenir à tout moment, par l’espace ou par 👀 sur sa ligne.
entry-crowded-back = invite: everyone dans la configuration rétablit les invitations.
entry-done = Cette conversation est terminée. Vous pouvez revenir par l’espace.
entry-claim-which = Quelle conversation ? Répondez à sa ligne dans la boîte de réception par !mail claim, ou donnez le lien de son salon : !mail claim LIEN.
helpdesk-nobody-has-it = Rien à faire : personne ne s’occupait de cette conversation.
helpdesk-assigned = { $name } s’occupe maintenant de cette conversation.
helpdesk-assigned-to-you = { $by } vous a confié cette conversation.
helpdesk-not-found = Personne dans l’équipe ne s’appelle « { $text } », ou bien plusieurs. Écrivez le nom Matrix entier, par exemple @nom:serveur.
helpdesk-claim-lapsed = { $name } n’a pas répondu à temps, donc personne ne s’occupe plus de cette conversation. !mail claim ou la réaction 👀 la prend.
helpdesk-is-answering = { $name } est en train de répondre ici.
helpdesk-has-it = { $name } s’occupe de cette conversation.
helpdesk-still-goes = Votre réponse part quand même ; ❌ sur elle l’arrête.
helpdesk-came-meanwhile = Un nouveau courriel de { $from } est arrivé avant que ceci ne parte. Votre message part quand même, un peu plus tard ; ❌ sur lui l’arrête.
helpdesk-same-by-you = Vous venez d’écrire la même chose.
helpdesk-same-by = La même chose vient d’être écrite par { $name }.
helpdesk-same-how = Il n’est pas envoyé une seconde fois sans votre accord : réagissez par ✅ pour l’envoyer quand même, par ❌ pour y renoncer.
helpdesk-to-colleague = Ce message commence par le nom d’un membre de l’équipe : il n’est donc pas envoyé. Est-il destiné aux personnes extérieures ? Réagissez par ✅ pour l’envoyer (sans le nom) ; avec ❌, ou sans réponse, il reste dans ce salon. « !note … » et « !reply … » le disent d’avance.
helpdesk-same-dropped = Non envoyé : cela reste dans ce salon.
helpdesk-mailed-already = Trop tard : c’est déjà envoyé et ne peut être rappelé. Pour corriger, répondez à ce message ; votre réponse va aux mêmes personnes.
helpdesk-mailed-under-way = Trop tard : ceci ne peut plus être modifié ni rappelé. Le courriel est rédigé, même si le serveur de messagerie ne l’a pas encore accepté pour tout le monde ; un nouvel essai suivra. Pour corriger, répondez à ce message ; votre réponse va aux mêmes personnes.
helpdesk-done = Clos. Le salon quitte la liste des conversations ouvertes ; un nouveau courriel l’y ramène.
helpdesk-done-already = Cette conversation est déjà close.
helpdesk-reopened = Cette conversation est de nouveau ouverte.
helpdesk-open-already = Cette conversation est déjà ouverte.
helpdesk-snoozed = Mise de côté jusqu’au { $until }, ou jusqu’à un courriel.
helpdesk-snooze-how = Jusqu’à quand ? Par exemple : !mail snooze 4h, !mail snooze demain 9:00, !mail snooze lun, !mail snooze 2026-12-01. Un an au plus.
helpdesk-today = aujourd’hui
helpdesk-tomorrow = demain
helpdesk-awake = Le délai est passé : cette conversation, mise de côté, est de nouveau ouverte.
helpdesk-list-of-all = Ouvertes
helpdesk-list-of-mine = Ouvertes, chez vous
helpdesk-list-of-unclaimed = Ouvertes, libres
helpdesk-list-of-us = Elles nous attendent
helpdesk-list-of-them = Nous les attendons
helpdesk-list-of-snoozed = Mises de côté
helpdesk-list-of-done = Closes
helpdesk-nothing = aucune
helpdesk-page-of = page { $page } sur { $pages }
helpdesk-next-page = Suite : { $command }
helpdesk-no-subject = (sans objet)
helpdesk-waits-us = nous attend depuis { $span }
helpdesk-waits-them = nous attendons depuis { $span }
helpdesk-waits-nobody = depuis { $span }
helpdesk-turn-us = nous attend depuis le { $date }
helpdesk-turn-them = nous attendons depuis le { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = libre
helpdesk-list-how = « { $word } » n’est ni une liste, ni un de vos comptes, ni une page. Cela s’utilise ainsi : !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [1] { $total } conversation ouverte
       *[other] { $total } conversations ouvertes
    }
helpdesk-and-more = et { $count } de plus : !mail list
helpdesk-overview-enter = 👀 sur sa ligne dans la boîte de réception, ou !mail claim avec son lien, prend une conversation et vous invite dans son salon.
helpdesk-remind-you = cette conversation attend une réponse depuis { $span }.
helpdesk-remind-team = Ces conversations attendent une réponse, et personne ne s’en occupe (la réaction 👀 dans le salon en prend une) :
team-asked =
    { $count ->
        [1] ⚠ { $names } ne fait plus partie de cette équipe dans la configuration, et n’a plus aucun droit ici.
       *[other] ⚠ { $count } personnes ne font plus partie de cette équipe dans la configuration, et n’ont plus aucun droit ici : { $names }.
    }
team-given-back =
    { $claims ->
        [0] Aucune conversation ne leur était attribuée.
        [1] Une conversation qui leur était attribuée n’est plus à personne.
       *[other] { $claims } conversations qui leur étaient attribuées ne sont plus à personne.
    }
team-asked-rooms =
    { $rooms ->
        [1] Il reste un salon de ce compte où leur présence demeure.
       *[other] Il reste { $rooms } salons de ce compte où leur présence demeure.
    }
team-asked-how = Autant de monde à la fois peut être une erreur ; personne n’est donc retiré des salons sans un mot : ✅ les retire de l’espace et de ses salons, ❌ les y laisse sans droits. Si c’était une erreur, remettez-les dans l’équipe dans la configuration ; rien d’autre ne se passe alors.
team-begun = { $names } : hors de cette équipe. Le retrait de { $rooms } salons a commencé ; cela prend un moment.
team-progress = Les salons suivent l’équipe : { $done } sur { $rooms } sont faits.
team-left = { $name } ne fait plus partie de l’équipe : { $rooms ->
        [1] un salon quitté
       *[other] { $rooms } salons quittés
    }, { $claims ->
        [1] une conversation rendue
       *[other] { $claims } conversations rendues
    }.
team-joined = { $name } fait maintenant partie de l’équipe : invitation dans { $rooms ->
        [1] un salon
       *[other] { $rooms } salons
    }, droits de modération dans { $levels }.
team-refused =
    { $rooms ->
        [1] Dans un salon, le serveur Matrix ne m’a pas laissé tout faire ; le journal le nomme.
       *[other] Dans { $rooms } salons, le serveur Matrix ne m’a pas laissé tout faire ; le journal les nomme.
    }
team-let-leave = { $names } : le retrait de { $rooms ->
        [1] un salon
       *[other] { $rooms } salons
    } commence maintenant. Ce sera dit ici quand ce sera fait.
team-let-stay = { $names } : toujours dans les salons, sans droits. Qui modère un salon peut encore les en retirer.
team-reason = Vous ne faites plus partie de l’équipe de { $account }.
team-nobody-leaves = Plus personne hors de l’équipe n’est encore dans les salons.
team-nobody-waits = Personne n’attend un mot pour être retiré des salons ou y rester.
team-waits = { $name } : hors de l’équipe depuis { $since }, encore dans { $rooms ->
        [1] un salon
       *[other] { $rooms } salons
    } ; « team leave » retire qui attend, « team stay » les y laisse.
team-leaves = { $name } : hors de l’équipe depuis { $since }, retrait de { $rooms ->
        [1] un salon
       *[other] { $rooms } salons
    } en cours.
together-draft = Un brouillon de { $name }. Il part quand quelqu’un d’autre, qui peut envoyer des courriels, réagit à ce message par ✅ ; ❌ le retire.
together-draft-changed = Ce brouillon a été modifié : un ✅ antérieur ne compte plus.
together-draft-by = Son texte est maintenant de { $name }.
together-who-can = Le ✅ peut venir de { $people }.
together-nobody-can = Personne d’autre dans l’équipe ne peut envoyer de courriels : demandez aux administrateurs de Mailroom.
together-files = En pièces jointes : { $files }
together-more = { $count } caractères de plus ne sont pas montrés ici ; ils se trouvent dans les messages ci-dessus.
together-yes = { $name } dit oui : cela part dans { $seconds } secondes. Retirer le ✅, ou tout changement, l’arrête.
together-yes-later = { $name } dit oui : cela part à { $time }. Retirer le ✅, ou tout changement, l’arrête.
together-yes-gone = Le ✅ a été retiré : le brouillon attend de nouveau.
together-yes-own = Votre ✅ ne compte pas sur ce que vous avez écrit vous-même : quelqu’un d’autre doit le regarder.
together-yes-may-not = Votre ✅ ne compte pas : vous ne pouvez pas envoyer de courriels ici.
together-yes-old = Votre ✅ ne compte pas ici. Sa place est sur mon dernier message à propos de ce brouillon, qui montre ce qui part.
together-yes-nobody = Votre ✅ ne compte pas encore : personne ne recevrait ce courriel. !mail to dit qui le reçoit.
together-left = C’est déjà parti, ou retiré.
together-draft-none = Aucun brouillon n’attend ici. Écrivez !mail draft et le nouveau texte en réponse à mon message à son sujet.
together-draft-several = Plusieurs brouillons attendent ici : écrivez cela en réponse à mon message sur celui que vous voulez dire.
together-draft-set = Le brouillon a maintenant ce texte. Mon prochain message le montre et demande un nouveau ✅.
together-at = Ceci part à { $time }, à { $people }. D’ici là vous pouvez le modifier ou le supprimer, ❌ l’arrête, et !mail send now l’envoie tout de suite.
together-at-yes = Il attend en outre le ✅ de quelqu’un d’autre : sans lui, rien ne part à cette heure.
together-now = Cela part dans { $seconds } secondes.
together-now-yes = Cela part quand quelqu’un d’autre réagit par ✅ à mon message à ce sujet.
together-at-how = Quand ? Par exemple : !mail send at 8:00, !mail send at demain 9:00, !mail send at lun, !mail send at 2026-12-01. Au plus un an à l’avance.
together-nothing-held = Rien de vous n’attend ici d’être envoyé. Écrivez le message, puis !mail send at 8:00 tant qu’il peut encore être retiré ; ou écrivez cela en réponse à un message qui attend.
together-answers = Réponses préparées : { $names }. !mail answer et le nom en envoie une.
together-answers-none = Il n’y a pas de réponses préparées pour ce compte : qui exploite Mailroom peut en écrire.
together-answer-unknown = Il n’y a pas de réponse préparée « { $name } ».
together-answer-shown = { $name }, avec la réponse préparée « { $answer } » :
together-came = Un nouveau courriel de { $from } est arrivé avant que ceci ne parte. Cela attend toujours ; ❌ l’arrête.
permissions-may-not-read = Vous ne pouvez pas utiliser Mailroom ici.
permissions-may-not-draft = Vous ne pouvez pas écrire de brouillons ici.
permissions-may-not-answer = Vous ne pouvez pas répondre par courriel ici : ce que vous écrivez reste dans ce salon.
permissions-may-not-compose = Vous ne pouvez pas commencer de conversations ici.
permissions-may-not-outside = Vous ne pouvez pas écrire à des personnes qui ne participent pas à cette conversation.
permissions-may-not-invite = Vous ne pouvez pas inviter ici des personnes qui participent par courriel.
permissions-may-not-source = Vous ne pouvez pas voir cela ici.
permissions-may-not-release = Vous ne pouvez pas décider de cela ici.
permissions-may-not-manage = Vous ne pouvez pas gérer les comptes.
permissions-takes = Il faut pour cela l’autorisation « { $level } ».
permissions-ask-team = Demandez à { $people } de le faire ;
permissions-ask-admins = peut vous la donner : { $people }.
permissions-ask-any-admin = peut vous la donner : l’administration de Mailroom.
permissions-quota-reached = Vous avez écrit { $mails } courriels en 24 heures, autant qu’une personne le peut.
permissions-quota-waits = Celui-ci n’est pas perdu : il attend et partira à { $time }. D’ici là, vous pouvez le reprendre avec ❌.
operations-state-stopped = arrêté
operations-state-connecting = en cours de connexion
operations-state-catching-up = en train de rattraper
operations-state-connected = connecté
operations-state-transient = injoignable, un nouvel essai suivra
operations-state-bad-credentials = la connexion a été refusée, l’administration doit intervenir
operations-way-out = envoi : { $state }
operations-way-out-untried = pas encore essayé
operations-way-out-ready = fonctionne
operations-way-out-transient = ne fonctionne pas, nouvel essai à venir
operations-way-out-bad-credentials = la connexion a été refusée, un administrateur doit agir
operations-since = depuis { $time }
operations-because = ({ $reason })
operations-why-login-refused = le serveur de messagerie dit que le mot de passe est faux
operations-why-login-unexplained = le serveur de messagerie refuse la connexion sans dire pourquoi
operations-why-mailbox-missing = ce dossier n’existe pas
operations-why-mailbox-unavailable = ces dossiers ne peuvent pas être lus
operations-why-mail-unannounced = le serveur de messagerie n’y annonce pas les nouveaux courriels, ils arrivent donc tard
operations-why-no-room = il n’y a pas de place ici pour les courriels
operations-why-no-secret = son mot de passe manque ou ne s’ouvre pas ici
operations-why-oauth2-refused = le serveur qui donne l’accès (oauth2) le refuse
operations-why-oauth2-away = le serveur qui donne l’accès (oauth2) est injoignable ou ne répond pas comme il le devrait
operations-why-other = le serveur de messagerie est injoignable ou ne répond pas comme il devrait
operations-last-mail = dernier courriel { $time }
operations-no-mail-yet = pas encore de courriel
operations-retry-at = nouvel essai { $time }
account-none = Tous les comptes sont dans le fichier de configuration.
account-served = { $account } : en service
account-waits = { $account } : attend – { $why }
account-left-out = { $account } : laissé de côté – { $why }
account-leaving = { $account } : est en train d’être retiré avec tout ce qu’il en existe
account-added = { $account } est ajouté et attend son mot de passe : « mailroom ctl account change { $account } --password-file FICHIER » sur la machine le donne, jamais une discussion.
account-changed = { $account } est modifié.
account-removed = { $account } est retiré. Ses conversations restent telles quelles.
account-purged = { $account } est retiré, avec tout ce qu’il en existe.
account-refused = Rien n’a été changé : { $why }
account-key = « { $account } » ne peut pas être la clé d’un compte : petites lettres, chiffres et traits d’union.
account-no-secret = Un mot de passe n’a pas sa place dans une discussion. Supprimez ce message et, si c’en était un, changez-le auprès du serveur de courrier. Donnez-le avec « mailroom ctl account change { $account } --password-file FICHIER » sur la machine, ou sur la page de connexion, s’il y en a une.
operations-connecting-now = { $accounts } : connexion en cours ; « accounts » montre le résultat.
operations-all-connected = Rien à faire : déjà connecté.
operations-no-accounts = Il n’y a aucun compte dont l’équipe vous compte.
operations-which-account = Quel compte ? { $known }
operations-nothing-waits = rien n’attend
operations-held = { $count } encore modifiables
operations-leaving = { $count } sur le départ
operations-deferred = { $count } pas encore acceptés par un serveur, retentés d’eux-mêmes
operations-failed = { $count } n’ont pas pu être remis
operations-jobs = { $queue } : { $waiting } en attente, le plus ancien depuis { $age }
operations-jobs-quarantined = { $queue } : { $count } en quarantaine
operations-queue-mail-in = courriels arrivés
operations-queue-matrix-send = messages à afficher dans les salons
operations-queue-event-in = messages et réactions des salons
operations-queue-mail-out = courriels à envoyer
operations-queue-mail-sent = copies pour le dossier « Envoyés »
operations-queue-notice-out = courriels qui annoncent un refus à l’expéditeur
operations-queue-guest-mail = courriels aux invités avec ce qui a été dit
operations-queue-desk = ordre, noms et aperçu des salons
operations-queue-member-act = personnes à inviter dans des salons ou à en retirer
operations-quarantine-empty = Rien n’est en quarantaine.
operations-quarantine-count = En quarantaine : { $total }
operations-quarantine-count-latest = En quarantaine : { $total }, les { $shown } derniers :
operations-unread-mail = un courriel du dossier { $mailbox } qui n’a pas pu être lu
operations-stopped-job = un travail qui a échoué trop souvent : { $queue }
operations-reason = Raison : { $text }
operations-size = Taille : { $kilobytes } Ko
operations-hash = SHA-256 : { $sha256 }
operations-not-in-quarantine = { $number } n’est pas en quarantaine.
operations-retried = { $number } est retenté.
operations-quarantine-how = { $show } en dit plus, { $retry } retente.
operations-not-alone = D’autres sont dans cette discussion, je ne dis donc rien des comptes ici. Merci d’en commencer une avec moi seul.
operations-encrypted = Cette discussion est chiffrée, et je ne peux pas la lire. Merci d’en commencer une sans chiffrement.
operations-withheld = ⚠ Le serveur de messagerie annonce un courriel dans le dossier { $mailbox } mais ne le remet pas : de { $sender }, « { $subject } ». Mailroom réessaie de lui-même et l’affichera dès qu’il l’aura. D’ici là, consultez-le dans un logiciel de messagerie. { $show } en dit plus.
operations-sender-unknown = quelqu’un qu’il ne nomme pas
operations-withheld-mail = un courriel du dossier { $mailbox } que le serveur de messagerie ne remet pas
operations-from = De : { $sender }
operations-subject = Objet : { $subject }
operations-trouble = ⚠ Mailroom ne parvient plus à joindre la boîte depuis { $time } : aucun nouveau courriel n’arrive ici. Rien n’est perdu, les courriels attendent dans la boîte et viendront dès que le serveur de messagerie répondra. Mailroom réessaie de lui-même.
operations-stopped = ⚠ Mailroom ne s’occupe plus de cette boîte depuis { $time } : aucun nouveau courriel n’arrive ici. Rien n’est perdu, les courriels attendent dans la boîte. Prévenez, s’il vous plaît, les personnes qui exploitent Mailroom.
operations-unread = ⚠ Mailroom ne peut plus lire { $folders } depuis { $time } : le serveur de messagerie dit que ce dossier n’existe pas ou qu’il ne peut pas être ouvert. Les courriels qui s’y trouvent ne sont pas perdus, mais personne ne les voit ici. L’administration doit vérifier son nom dans la configuration (imap.mailboxes) et ce que l’identifiant peut lire.
operations-unannounced = ⚠ Depuis { $time }, le serveur de messagerie n’annonce plus les nouveaux courriels de { $folders } : ils ne sont trouvés que lorsque Mailroom regarde de lui-même, donc tard. Rien n’est perdu. Qui exploite Mailroom peut parler d’IMAP IDLE à qui gère le serveur de messagerie, ou réduire times.poll dans la configuration.
operations-well = Depuis { $time }, tout va de nouveau bien avec la boîte : les nouveaux courriels arrivent comme d’habitude, et ceux qui attendaient viennent maintenant.
operations-no-rooms = ⚠ Depuis { $time }, le serveur Matrix ne crée plus de salons pour Mailroom : les nouvelles conversations n’apparaissent pas. Rien n’est perdu, leurs courriels attendent et apparaîtront dès qu’il créera de nouveau des salons. Prévenez, s’il vous plaît, les personnes qui exploitent Mailroom : « mailroom check » en donne la raison.
operations-rooms-again = Le serveur Matrix crée de nouveau des salons : les conversations qui attendaient depuis { $time } apparaissent maintenant.
operations-full-database = ⚠ Aucun courriel n’est relevé : la base de données a atteint la taille permise. Rien n’est perdu, le courrier reste dans la boîte ; il sera relevé dès qu’il y aura de la place. Prévenez, s’il vous plaît, les personnes qui exploitent Mailroom.
operations-full-disk = ⚠ Aucun courriel n’est relevé : le disque de la base de données est presque plein. Rien n’est perdu, le courrier reste dans la boîte ; il sera relevé dès qu’il y aura de la place. Prévenez, s’il vous plaît, les personnes qui exploitent Mailroom.
operations-room-again = Il y a de nouveau de la place : le courrier est relevé comme d’habitude, et ce qui attendait vient maintenant.
reload-refused = Le fichier de configuration contient des erreurs : rien n’a été changé. Corrigez-le ici, puis rechargez :
reload-taken =
    { $count ->
        [1] Le seul processus en marche a relu la configuration.
       *[other] { $count } processus ont relu la configuration.
    }
reload-nobody = Le fichier de configuration est correct. Mailroom ne tourne pas, rien n’a donc été rechargé : le fichier sera lu au prochain démarrage.
reload-nothing = Rien n’y diffère de ce qui était en vigueur.
reload-added = Comptes ajoutés : { $accounts }
reload-removed = ⚠ Comptes retirés : { $accounts }. Plus aucun courriel n’arrive ni ne part pour eux. Si c’est une erreur, remettez-les dans le fichier et rechargez.
reload-changed = Changé pour { $account } : { $fields }
reload-members-added = Nouveau dans l’équipe de { $account } : { $people }
reload-members-removed = N’est plus dans l’équipe de { $account } : { $people }
reload-settings = Changé pour tous les comptes : { $fields }
reload-needs-restart = ⚠ Ceci a changé aussi dans le fichier, mais Mailroom garde les valeurs d’avant jusqu’à un redémarrage : { $fields }
reload-process-waiting = ⚠ { $process } n’a pas encore lu la configuration. D’ici là, chacun ne peut faire que ce que l’ancienne et la nouvelle permettent toutes deux. S’il est bloqué, redémarrez-le.
reload-process-differs = ⚠ { $process } a lu sa configuration, mais son fichier n’est pas celui qui a été vérifié. Tant que les deux diffèrent, chacun ne peut faire que ce que les deux permettent.
reload-process-refused = ⚠ { $process } garde la configuration d’avant, car son fichier contient des erreurs. Corrigez-le là-bas, puis rechargez :
commands-note = un message pour ce salon seulement ; il n’est jamais envoyé
commands-hold-hint = Tant qu’un message n’est pas parti, on peut le modifier, le supprimer ou l’arrêter avec la réaction ❌.
commands-unknown = La commande « { $name } » n’existe pas.
commands-did-you-mean = Vouliez-vous dire { $usage } ?
commands-see-help = !mail help affiche toutes les commandes.
commands-wrong-use = Elle s’utilise ainsi : { $usage }
commands-goes-to = Votre prochain message ira à :
commands-this-goes-to = Ceci part à :
commands-cc = Copie
commands-nobody = Personne ne recevrait de réponse : aucun courriel de cette conversation n’a d’adresse extérieure. Ajoutez quelqu’un avec !mail to name@example.org
commands-why-reply = parce qu’il répond au message de { $address }
commands-why-latest = parce que le dernier courriel est venu de { $address } ; répondez à un autre message pour répondre à celui-là
commands-why-bcc = seulement à l’expéditeur, { $address }, car ce courriel nous est venu en copie cachée
commands-why-same = parce qu’ils ont reçu le message que celui-ci suit
commands-reply-to-used = L’expéditeur demande les réponses à une autre adresse que la sienne.
commands-account = Compte { $address } :
commands-account-state-ready = connecté
commands-account-state-connecting = en cours de connexion
commands-account-state-stopped = arrêté, l’administration doit intervenir
commands-open-mail = Un courriel est retenu encore { $seconds } secondes et peut être modifié.
commands-waiting-mails =
    { $count ->
        [1] Un courriel attend d’être envoyé.
       *[other] { $count } courriels attendent d’être envoyés.
    }
commands-failed-mails =
    { $count ->
        [1] Un courriel n’a pas pu être remis.
       *[other] { $count } courriels n’ont pas pu être remis.
    }
commands-nothing-waits = Rien n’attend d’être envoyé.
commands-last-sent = Le dernier courriel est parti à { $time }.
commands-retrying =
    { $count ->
        [1] Un courriel est retenté.
       *[other] { $count } courriels sont retentés.
    }
commands-nothing-to-retry = Il n’y a rien à retenter.
commands-refused = Non remis à { $address }. Leur serveur dit : { $words }
commands-deferred = Pas encore remis à { $address }, un nouvel essai suivra. Leur serveur dit : { $words }
commands-gave-up = Non remis à { $address }, après de nombreux essais. La dernière réponse était : { $words }
commands-not-sent = Ce message n’a pas été envoyé : { $words }
commands-unknown-outcome = La connexion s’est rompue pendant la remise au serveur de messagerie : le courriel est peut-être parti, peut-être pas.
commands-unknown-resent = Il sera envoyé une fois de plus dans quelques minutes, sous la même identité, pour que les logiciels ne le montrent qu’une fois.
commands-unknown-held = Il n’est pas renvoyé de lui-même ; !mail retry le renvoie.
commands-too-large = Ce message n’a pas été envoyé : comme courriel il fait { $size }, et notre propre serveur de messagerie accepte au plus { $limit }. Les fichiers grandissent d’un tiers dans un courriel. Envoyez-les en plusieurs messages, réduisez-les, ou envoyez un lien.
commands-too-large-without-limit = Ce message n’a pas été envoyé : avec { $size } il est trop grand pour notre propre serveur de messagerie, qui ne dit pas combien il accepte. Les fichiers grandissent d’un tiers dans un courriel. Envoyez-les en plusieurs messages, réduisez-les, ou envoyez un lien.
commands-utf8-missing = Ce message n’a pas été envoyé : l’une des adresses a des lettres que le serveur de messagerie n’accepte pas, comme ä ou é.
commands-already-mailed = Trop tard : c’est déjà envoyé. La modification reste dans ce salon.
commands-encrypted-not-mailed = Ce message est chiffré : je ne peux pas le lire, et il n’a pas été envoyé. Merci de l’écrire sans chiffrement.
commands-intro-thread = Ce qui s’écrit dans ce salon part par courriel. Ces commandes, non :
commands-intro-lobby = Rien de ce qui s’écrit dans ce salon n’est envoyé. Je comprends ces commandes :
commands-intro-inbox = Chaque nouvelle conversation est une ligne ici ; rien de ce qui s’écrit dans ce salon n’est envoyé. Je comprends ces commandes :
commands-intro-management = Bonjour, je suis Mailroom. Rien de ce qui s’écrit ici n’est envoyé. Je comprends :
commands-more = { $usage } en dit plus sur l’une d’elles.
commands-example = Exemple : { $text }
commands-place-thread = dans le salon d’une conversation
commands-place-lobby = dans le salon « Modération » d’un compte
commands-place-inbox = dans la boîte de réception d’un compte
commands-place-management = dans une discussion directe avec moi
commands-elsewhere = « { $name } » ne s’utilise pas dans ce salon. Utilisez-la { $places }.
commands-or = ou
language-name-en = anglais
language-name-de = allemand
language-name-es = espagnol
language-name-fr = français
language-name-it = italien
language-name-nl = néerlandais
language-name-pl = polonais
language-name-pt = portugais
language-listed-unreviewed = { $language } ({ $tag }, pas encore relu)
language-unreviewed = Ces textes n’ont pas encore été relus par une personne de langue maternelle. Les corrections sont bienvenues.
language-is = Vous recevez les réponses en { $language }.
language-set = Désormais vous recevez les réponses en { $language }.
language-unknown = Je parle { $known }.
zone-is = Les heures vous sont dites dans le fuseau { $zone }. Il y est maintenant { $time }.
zone-is-account = Vous n’avez pas choisi de fuseau horaire : les heures vous sont dites dans celui du compte, { $zone }. Il y est maintenant { $time }.
zone-set = Désormais les heures vous sont dites dans le fuseau { $zone }. Il y est maintenant { $time }. Est-ce l’heure de votre montre ?
zone-as-account = Désormais les heures vous sont dites dans le fuseau horaire du compte.
zone-unknown = Je ne connais pas de fuseau horaire « { $text } ».
zone-meant = Vouliez-vous dire { $zones } ?
zone-how = Pour en choisir un autre, nommez la région et le lieu : !mail zone Europe/Berlin. !mail zone account revient à celui du compte.
ping-way = Cette réponse a pris { $whole } : { $before } jusqu’à l’arrivée de votre message ici depuis le serveur Matrix, { $here } jusqu’à la réponse.
ping-here = Cette réponse a pris { $here } depuis l’arrivée de votre message ici. On ne peut pas dire combien de temps il a mis pour venir : l’horloge du serveur Matrix diffère trop de la nôtre.
ping-too-long = On ne peut pas dire combien de temps cette réponse a pris : votre message a attendu ici plus d’un jour, ou l’horloge a été réglée entre-temps.
source-reply-to = Écrivez !mail source en réponse au message dont vous voulez l’original.
source-unknown = Aucun courriel ne correspond à ce message.
source-gone = L’original de ce courriel n’est pas (ou plus) conservé ici ; cherchez-le dans la boîte. Sa somme de contrôle (SHA-256) était { $hash }.
source-gone-without-hash = L’original de ce courriel n’est pas (ou plus) conservé ici ; cherchez-le dans la boîte.
search-nothing = Rien n’a été trouvé.
search-found = Trouvés : { $count }
search-found-more = Trouvés : plus de { $count }
search-reading = Les mails plus anciens sont encore en cours de lecture ({ $percent } % jusqu’ici) : ils ne sont pas encore tous trouvés.
search-nothing-asked = Dites ce qu’il faut trouver : des mots, ou from:bob to:alice subject:lampe has:pdf in:support after:2019 before:2020-06. Les mots entre guillemets se suivent ; -mot n’y figure pas ; lam* est le début d’un mot.
search-needs-person = « { $word } » demande un nom ou une adresse, par exemple from:bob ou from:bob@example.org
search-needs-words = « { $word } » demande des mots, par exemple subject:lampe
search-needs-date = « { $word } » demande une année, un mois ou un jour, par exemple after:2019, after:2019-03 ou before:2019-03-14
search-needs-kind = « { $word } » demande un type de fichier, par exemple has:file, has:pdf, has:image ou has:docx
search-needs-place = « { $word } » demande un compte ou un dossier ; les vôtres sont : { $known }
search-too-much = C’est trop à la fois : { $most } mots et conditions au plus.
help-brake = montre quelles réponses sont arrêtées parce que des automates semblent se répondre ; « reset » les libère
help-breaker = montre si tout courriel sortant est arrêté ; « reset » y met fin
help-list = liste les conversations ouvertes : all (toutes), mine (les vôtres), unclaimed (libres), us (elles nous attendent), them (nous attendons), snoozed (mises de côté) ou done (closes)
help-claim = prend cette conversation, pour que les autres voient que vous vous en occupez ; la réaction 👀 aussi
help-unclaim = rend cette conversation
help-assign = donne cette conversation à quelqu’un de l’équipe
help-done = clôt cette conversation ; la réaction ✅ aussi. Un nouveau courriel la rouvre
help-reopen = rouvre cette conversation
help-snooze = met cette conversation de côté pour un temps (4h, 3d) ou jusqu’à un jour (demain 9:00, lun, 2026-12-01)
help-send = quand part votre message qui attend : send at 8:00, send at lun ; send now l’envoie tout de suite
help-draft = donne un nouveau texte à un brouillon qui attend un ✅, quel qu’en soit l’auteur
help-answer = envoie une réponse préparée en votre nom ; sans nom, toutes sont nommées
help-compose = commence une conversation dans son propre salon ; ce qui manque est demandé ; les lignes suivantes sont son premier courriel
help-forward = envoie un courriel à quelqu’un de l’extérieur, avec quelques mots si l’on veut ; les réponses arrivent dans un salon à part
help-cancel = met fin à mes questions sur une nouvelle conversation ; aucune n’est commencée
help-to = qui recevra votre prochain message, et pourquoi ; +adresse ajoute, -adresse retire, des adresses seules font la nouvelle liste
help-cc = qui reçoit des copies ; se change de même
help-bcc = qui le reçoit sans que personne d’autre le voie ; se change de même
help-from = de quelle adresse du compte part cette conversation
help-subject = l’objet des courriels suivants
help-reply-to-sender = les réponses ne vont qu’à l’expéditeur du courriel auquel on répond ; off : de nouveau à tous. Pour un message : !sender TEXTE
help-block = de qui les courriels ne sont pas affichés, dans le compte ou dans ce salon (« here ») ; en réponse à un message : son expéditeur, dans ce salon
help-allow = qui participe sans qu’on le demande ; en réponse à un message : son expéditeur, dans ce salon
help-rules = montre qui peut participer et combien de courriels n’ont pas été affichés ; « drop » retire une règle
help-entry = montre ou choisit si quiconque répond et est vérifié peut participer dans ce salon
help-invite = invite quelqu’un par son adresse à participer à ce salon par courriel ; « last » suivi d’un nombre lui envoie autant des derniers messages
help-uninvite = met fin à la participation de quelqu’un à ce salon par courriel
help-guests = montre qui lit ce salon par courriel. Change ce qu’il dit d’eux : « answer » ou « invitation » (à partir de quand ils reçoivent ce qui est dit), « now », « hourly » ou « daily », « verified » ou « unverified »
help-move = en réponse à un message : le met, avec ce qui y répond, dans la conversation d’un autre salon
help-split = en réponse à un message : en fait, avec tout ce qui suit, une conversation à part
help-merge = met toute cette conversation dans celle d’un autre salon
help-help = affiche cette liste
help-status = montre où en est le compte, et jusqu’où sont arrivés les courriels de ce salon
help-retry = retente ce qui n’a pas pu être remis ; en réponse à un message : seulement celui-ci
help-unpause = envoie de nouveau à une adresse à laquelle un courriel n’a pas pu être remis
help-search = trouve mails et réponses par leurs mots, aussi dans les fichiers : from:bob to:alice subject:lampe has:pdf in:support after:2019 before:2020-06, « mots entre guillemets », -mot, page 2
help-source = en réponse à un message : met ici le courriel d’origine en fichier
help-why = en réponse à un message : pourquoi son courriel est dans cette conversation, et comment l’expéditeur a été vérifié
help-accept = en réponse au message sur un courriel suspect : l’affiche dans sa conversation
help-refuse = en réponse au message sur un courriel suspect : l’écarte
help-overflow = montre les courriels qui attendent parce que trop sont venus de l’extérieur ; « let-in » les laisse entrer, « discard » les écarte
help-old = montre les anciens courriels arrivés en nombre et qui attendent ; « quietly » et « as-new » les laissent entrer, « leave » les laisse dans la boîte
help-account = montre les comptes ajoutés en cours de marche ; « add », « change » et « remove » le font, seuls les mots de passe se donnent ailleurs
help-accounts = montre où en est chacun de vos comptes : son état, depuis quand, et son dernier courriel ; « retry » connecte maintenant celui qui est injoignable
help-team = montre qui ne fait plus partie de l’équipe et est encore dans ses salons ; « leave » les en retire, « stay » les y laisse sans droits
help-queue = montre ce qui attend d’être envoyé ou affiché, et ce qui a échoué
help-quarantine = montre ce qui n’a pas pu être lu ou fait ; « show » en dit plus sur l’un, « retry » le retente
help-reload = relit le fichier de configuration, sans redémarrage
help-ping = montre combien de temps a pris le chemin du serveur Matrix à la réponse
help-language = montre ou choisit la langue dans laquelle on vous répond
help-login = apporter votre propre boîte aux lettres, en conversation directe avec moi
help-logout = retirer votre propre boîte aux lettres
help-zone = montre ou choisit le fuseau horaire dans lequel les heures vous sont dites
queue-not-shown = ⚠ Il manque ici une partie de ce courriel : le serveur Matrix ne l’accepte pas. « !mail quarantine » dans le salon « Modération » en dit plus.
queue-set-aside = ⚠ Quelque chose s’est mal passé : rien n’est envoyé ni modifié par courriel. Merci de l’écrire encore une fois ; si cela n’aide pas, « !mail quarantine » dans le salon « Modération » en dit plus.
queue-returned-mail = Ceci n’a pas été envoyé : Mailroom ne s’occupait plus de ce compte depuis { $since }. Rien ne part maintenant de soi-même : réagissez par ✅ pour l’envoyer, par ❌ pour l’abandonner.
queue-unseen-mail = Je ne peux plus lire le salon où ceci a été écrit, et je ne vois donc pas si cela y a été modifié ou supprimé : « { $words } ». Rien ne part de soi-même : réagissez par ✅ pour l’envoyer tel quel, par ❌ pour l’abandonner.
queue-returned-fixed = Ceci attend un oui et ne peut plus être modifié : réagissez par ✅ pour l’envoyer tel quel, par ❌ pour l’abandonner.
queue-returned-released = Le courriel part maintenant.
queue-returned-discarded = Abandonné : non envoyé.
queue-not-served = Mailroom ne s’occupe pas du compte { $account } pour le moment : ce qui est dit ici n’est pas envoyé, et les courriels reçus ne sont pas affichés. Rien n’est perdu : dès que Mailroom s’en occupera de nouveau, on vous demandera ici que faire de ce qui a été dit entre-temps. Qui exploite Mailroom sait pourquoi.
queue-unserved = aucun processus ne s’en occupe depuis { $since }
attempt-list = Tentatives de remise au serveur de messagerie :
attempt-accepted = { $attempt }. { $time }, { $address } : accepté
attempt-deferred = { $attempt }. { $time }, { $address } : pas encore accepté
attempt-refused = { $attempt }. { $time }, { $address } : refusé
attempt-not-sent = { $attempt }. { $time }, { $address } : pas remis
attempt-unknown = { $attempt }. { $time }, { $address } : peut-être envoyé
delivery-waits = Pas encore envoyé.
delivery-leaves-by-itself = Le message est gardé et partira de lui-même dès que ce sera réparé.
delivery-waited = Ce message n’a pas été envoyé : il a attendu trop longtemps notre propre serveur de messagerie.
relay-since = Rien n’est envoyé depuis { $time }.
relay-news = ⚠ Rien n’est envoyé depuis { $time }.
relay-well = Les courriels repartent depuis { $time }. Ce qui attendait est en route.
relay-trouble-login = Notre propre serveur de messagerie refuse la connexion pour l’envoi : le mot de passe de la configuration est faux, ou le fournisseur a bloqué l’accès.
relay-trouble-login-later = Notre propre serveur de messagerie ne peut pas vérifier l’accès pour l’envoi en ce moment.
relay-trouble-certificate-expired = Le certificat de notre propre serveur de messagerie a expiré ; aucun courriel ne lui est donc confié.
relay-trouble-certificate-unknown = Le certificat de notre propre serveur de messagerie n’est pas digne de confiance : il est établi pour un autre nom, ou par quelqu’un que Mailroom ne connaît pas.
relay-trouble-tls = Aucune connexion chiffrée avec notre propre serveur de messagerie n’est possible.
relay-trouble-connection-refused = Notre propre serveur de messagerie n’accepte aucune connexion.
relay-trouble-name-unknown = Le nom de notre propre serveur de messagerie est introuvable.
relay-trouble-silent = Notre propre serveur de messagerie ne répond pas.
relay-trouble-unreachable = Notre propre serveur de messagerie est injoignable.
relay-trouble-refuses = Notre propre serveur de messagerie renvoie Mailroom dès la connexion.
relay-says = Il dit : { $words }
relay-remedy-password = Ce qui est écrit attend (⏳) et partira ensuite de lui-même. Demandez à qui exploite Mailroom de corriger le mot de passe (ou oauth2) dans son fichier : il sera essayé dans la minute. « accounts retry { $account } » dans la discussion directe avec moi l’essaie tout de suite.
relay-remedy-certificate = Ce qui est écrit attend (⏳) et partira ensuite de lui-même. Qui exploite le serveur de messagerie doit renouveler son certificat, ou qui exploite Mailroom doit nommer le bon serveur et son autorité (smtp.host, smtp.ca_file).
relay-remedy-server = Ce qui est écrit attend (⏳) et partira de lui-même dès que le serveur répondra ; il est interrogé toutes les quelques minutes. Si cela dure, demandez à qui exploite le serveur de messagerie.
relay-not-mailed-failed = Non envoyé à { $people }.
relay-not-mailed-again = Pas encore envoyé à { $people } ; un nouvel essai aura lieu de lui-même.
relay-refusal-news = ⚠ Notre propre serveur de messagerie n’accepte pas un de nos courriels. La personne qui l’a écrit en est avertie.
relay-refusal-once = Les prochains courriels dans ce cas seront signalés à qui les a écrits, et ici de nouveau après un jour.
relay-refusal-limit = Notre propre serveur de messagerie n’accepte plus de courriel pour le moment : autant ont été envoyés qu’il le permet.
relay-refusal-login-needed = Notre propre serveur de messagerie n’accepte pas de courriel sans connexion à un compte, ou pas avec celui-ci.
relay-refusal-full = Notre propre serveur de messagerie n’a pas de place en ce moment, ou notre boîte y est pleine.
relay-refusal-sender = Notre propre serveur de messagerie ne nous laisse pas envoyer sous cette adresse.
relay-refusal-relaying = Notre propre serveur de messagerie ne transmet pas de courriel à d’autres pour nous.
relay-refusal-too-large = Notre propre serveur de messagerie n’accepte pas de courriel aussi grand.
relay-refusal-content = Notre propre serveur de messagerie prend le courriel pour du spam, ou n’aime pas ce qu’il contient.
relay-refusal-other = Notre propre serveur de messagerie n’accepte pas le courriel.
relay-help-limit = Il n’y a rien à faire : il partira quand la limite le permettra, le plus souvent dans la journée. Si cela arrive souvent, demandez au fournisseur une limite plus haute.
relay-help-login-needed = Qui exploite Mailroom doit vérifier smtp.user, smtp.password, smtp.port et smtp.security dans la configuration.
relay-help-full = Le plus souvent, cela passe tout seul. Si cela dure, supprimez d’anciens courriels dans la boîte ou demandez plus de place au fournisseur.
relay-help-sender = Demandez au fournisseur de laisser cet accès envoyer sous l’adresse du compte, ou à qui exploite Mailroom d’utiliser l’accès qui lui appartient. Ensuite, !mail retry l’enverra.
relay-help-relaying = Qui exploite Mailroom doit vérifier smtp.host et l’accès dans la configuration. Ensuite, !mail retry l’enverra.
relay-help-too-large = Les fichiers grandissent d’un tiers dans un courriel. Envoyez-les en plusieurs messages, réduisez-les, ou envoyez un lien.
relay-help-content = Dites-le autrement, ou sans les fichiers et les liens. Si des courriels ordinaires sont refusés ainsi, demandez-en la raison au fournisseur.
relay-help-other = Demandez à qui exploite le serveur de messagerie, avec les mots ci-dessus. !mail retry fait un nouvel essai.
provider-microsoft-smtp-off = Microsoft : l’envoi par des programmes (SMTP AUTH) est désactivé pour toute l’organisation. Son administration peut l’autoriser pour cette boîte (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft : l’envoi par des programmes (SMTP AUTH) est désactivé pour cette boîte. L’administration de l’organisation l’active : utilisateur, Courrier, Gérer les applications de messagerie, SMTP authentifié.
provider-microsoft-no-passwords = Microsoft n’accepte pas de mots de passe de la part de programmes. Une connexion avec Microsoft (oauth2) remplace le mot de passe.
provider-microsoft-policy = Microsoft : une règle de l’organisation (paramètres de sécurité par défaut ou accès conditionnel) interdit cette connexion. Son administration doit l’autoriser.
provider-microsoft-send-as = Microsoft : cette connexion n’a pas le droit d’envoyer sous cette adresse. L’administration de l’organisation lui donne le droit « Envoyer en tant que » pour la boîte.
provider-microsoft-not-logged-in = Microsoft n’accepte de courriel à envoyer qu’après une connexion : smtp a besoin d’un utilisateur et d’un mot de passe, ou d’oauth2.
provider-microsoft-not-connected = Microsoft accepte la connexion et n’ouvre pas la boîte : IMAP y est désactivé, elle n’a pas de licence, ou Exchange a lui-même des difficultés.
provider-microsoft-consent = Microsoft : personne n’a encore accepté que Mailroom utilise cette boîte. Connectez-vous de nouveau et acceptez ; là où seule l’administration de l’organisation le peut, c’est à elle de le faire.
provider-microsoft-login = Microsoft ne laisse pas cette connexion entrer dans la boîte : le mot de passe ou l’autorisation est faux, la personne qui a accepté n’a pas le droit d’utiliser cette boîte, ou IMAP ou SMTP y est désactivé.
provider-client-refused = Le fournisseur ne connaît pas le client de Mailroom, ou le secret de ce client a expiré. L’administration doit corriger client_id et client_secret.
provider-login-again = L’autorisation d’utiliser cette boîte manque, a expiré ou a été retirée, par exemple après un changement de mot de passe. Quelqu’un doit se connecter de nouveau.
provider-google-app-password = Google n’accepte pas les mots de passe ordinaires de la part de programmes : il veut un mot de passe d’application (il faut pour cela la validation en deux étapes) ou une connexion avec Google (oauth2).
provider-google-login = Google n’accepte pas cette connexion. Il n’accepte pas les mots de passe ordinaires de la part de programmes : un mot de passe d’application ou une connexion avec Google (oauth2) y remédie.
provider-google-web-login = Google veut que la personne à qui appartient la boîte se connecte une fois dans un navigateur web et confirme que c’était bien elle.
provider-google-imap-off = Google : IMAP est désactivé pour cette boîte. Il s’active dans les paramètres de Gmail, sous « Transfert et POP/IMAP ».
provider-google-imap-off-organisation = Google : IMAP est désactivé pour toute l’organisation. Son administration l’active dans la console d’administration.
provider-app-password = Ce fournisseur n’accepte pas les mots de passe ordinaires de la part de programmes : créez un mot de passe d’application dans les paramètres de sécurité de la boîte, et utilisez-le.
mailbox-archived = Quelqu’un a archivé ce courriel dans un logiciel de messagerie. La conversation est encore ouverte ici : ✅ la ferme.
mailbox-deleted = Quelqu’un a supprimé ce courriel dans un logiciel de messagerie. Il reste ici, et la conversation est encore ouverte : ✅ la ferme.
mailbox-moved = Quelqu’un a déplacé ce courriel dans un autre dossier dans un logiciel de messagerie. La conversation est encore ouverte ici : ✅ la ferme.
mailbox-many =
    { $count ->
        [one] { $count } courriel a été lu, archivé ou supprimé d’un coup dans un logiciel de messagerie. Son salon n’en dit rien.
       *[other] { $count } courriels ont été lus, archivés ou supprimés d’un coup dans un logiciel de messagerie. Leurs salons n’en disent rien.
    }
guests-room-welcome = Des personnes qui n’ont que le courriel peuvent participer à ce salon. Rien n’en part par courriel avant que quelqu’un soit invité.
guests-room-welcome-how = Pour inviter quelqu’un : !mail invite bob@example.org Bob
guests-invited = ✉ { $person } est invité à participer par courriel. Un seul courriel part maintenant, et ce qui est dit ici seulement après une réponse. !mail uninvite annule cela.
guests-invited-at-once = ✉ { $person } est invité à participer par courriel et reçoit désormais par courriel ce qui est dit ici. !mail uninvite y met fin.
guests-unverified-hint = Personne ne vérifie les expéditeurs des courriels à ce compte ; ceux des invités ne sont donc pas montrés ici. !mail guests unverified les montre.
guests-unreadable = Qui ? Il faut une adresse, par exemple : !mail invite bob@example.org Bob
guests-refused-own = { $address } est une de nos propres adresses. Invitez la personne dans Matrix.
guests-refused-member = { $address } appartient à quelqu’un de l’équipe. Invitez cette personne dans Matrix.
guests-refused-no-power = Personne n’a été invité : ce salon ne vous laisse inviter personne. Demandez à quelqu’un qui en a le pouvoir.
guests-refused-encrypted = Personne n’a été invité : ce salon est chiffré, et ce qui y est dit ne doit pas en sortir par courriel.
guests-refused-already = { $address } est déjà invité. !mail guests montre qui lit par courriel.
guests-refused-stopped = { $address } ne veut pas de courriels d’ici. Seule cette personne peut changer cela, par un courriel avec le mot START à { $account }.
guests-refused-member-quota = Personne n’a été invité : vous avez fait { $count } invitations en un jour, autant que la configuration le permet. Réessayez demain.
guests-refused-all-quota = Personne n’a été invité : { $count } invitations ont été faites par tous en un jour, autant que la configuration le permet. Réessayez demain.
guests-refused-person-quota = Personne n’a été invité : { $address } a reçu plusieurs invitations en un jour. Réessayez demain.
guests-no-room = Ce n’est pas un salon pour invités. !mail to montre qui reçoit ce qui est dit ici.
guests-removed = { $person } ne reçoit plus rien de ce salon.
guests-not-there = { $address } n’est pas un invité de ce salon. !mail guests montre qui l’est.
guests-answered = { $person } a répondu à l’invitation et participe : ce qui est dit ici y part désormais par courriel.
guests-stopped = { $person } ne veut plus de courriels d’ici et ne reçoit rien de ce salon. Seule cette personne peut changer cela, par un courriel avec le mot START à { $account }.
guests-started = { $person } participe de nouveau par courriel.
guests-failed = ⚠ L’invitation de { $person } n’a pas pu être remise ; elle est close. Vérifiez l’adresse.
guests-leaves = Ce qui est dit ici part par courriel à { $people }.
guests-unverified-kept = Un courriel qui se dit de { $person } n’est pas montré : personne ne vérifie les expéditeurs des courriels à ce compte. !mail guests unverified montre les suivants.
guests-list-none = Personne n’a été invité à participer à ce salon par courriel.
guests-state-invited = invité, pas encore de réponse
guests-state-active = participe par courriel
guests-state-stopped = ne veut pas de courriels
guests-state-removed = a été retiré
guests-state-failed = n’a pas pu être joint
guests-consent-answer = Qui est invité reçoit ce qui est dit ici après avoir répondu.
guests-consent-invitation = Qui est invité reçoit tout de suite ce qui est dit ici.
guests-delivery-now = Cela part après une pause de la conversation.
guests-delivery-hourly = Cela est rassemblé et part une fois par heure.
guests-delivery-daily = Cela est rassemblé et part une fois par jour.
guests-verified = Les courriels des invités ne sont pas montrés, car personne n’en vérifie les expéditeurs : !mail guests unverified
guests-unverified = Les courriels des invités sont montrés bien que personne n’en vérifie les expéditeurs : !mail guests verified
guests-ghost-name = { $name } (par courriel)
guests-mail-subject = Invitation : { $room }
guests-mail-subject-unnamed = Invitation de { $name }
guests-mail-invites = { $name } vous invite à la conversation « { $room } ». Elle a lieu dans une messagerie instantanée ; vous y participez avec votre logiciel de courriel, sans rien d’autre.
guests-mail-invites-unnamed = { $name } vous invite à une conversation. Elle a lieu dans une messagerie instantanée ; vous y participez avec votre logiciel de courriel, sans rien d’autre.
guests-mail-how = Pour participer, répondez à ce courriel : votre réponse est montrée à tous, et vous recevez ensuite ce qui se dit. Sans réponse, vous ne recevez rien de plus.
guests-mail-how-at-once = Vous recevez désormais ce qui s’y dit. Ce que vous répondez y est montré à tous.
guests-mail-stop = Si vous ne voulez pas de courriels d’ici, répondez par le seul mot STOP. Personne ici ne pourra plus vous inviter.
guests-stopped-subject = Vous ne recevez plus de courriels d’ici
guests-stopped-text = Un courriel sous votre adresse l’a demandé. Vous ne participez plus à aucune conversation ici, et personne ne peut vous inviter.
guests-stopped-undo = Si ce n’était pas vous, ou si vous changez d’avis, répondez à ce courriel par le seul mot START.
guests-not-here = \`!mail { $name }\` sert aux conversations par courriel. Qui lit ce salon par courriel y est invité : \`!mail guests\` en donne la liste, \`!mail invite ADRESSE\` invite quelqu’un.
guests-encrypted-subject = Ce qui s’y dit est maintenant chiffré
guests-encrypted-text = Dans la conversation où { $by } vous a invité, les messages sont maintenant chiffrés. Ils ne peuvent pas être envoyés par courriel, et vous n’en recevez aucun. Ce que vous écrivez y arrive toujours. Demandez à { $by } comment continuer.
guests-page-title = Plus de courriels
guests-page-text = Appuyez sur le bouton si vous ne voulez plus de courriels des conversations d’ici.
guests-page-button = Arrêter les courriels
guests-page-done = C’est fait. Vous ne recevez plus de courriels des conversations d’ici, et personne ne peut vous inviter.
guests-page-undo = Pour annuler cela, répondez à un courriel que vous avez par le seul mot START.
reaction-said = { $name } a réagi avec { $emoji }.
reaction-unplaced = Une réaction de { $person }. Elle ne porte sur aucun message connu ici, ou ne vient pas de quelqu’un qui participe à sa conversation ; elle se trouve dans la boîte aux lettres.
reaction-leaves = Une réaction comme { $emoji } à un courriel de { $person } lui est envoyée par courriel, et à personne d’autre. Retirez-la dans les { $seconds } secondes, et elle ne part pas.
reaction-mailed = { $name } a réagi à votre message.
history-done =
    Le courrier depuis le { $since } est là : { $mails ->
        [one] { $mails } courriel
       *[other] { $mails } courriels
    } dans { $rooms ->
        [one] { $rooms } salon
       *[other] { $rooms } salons
    }, dans un espace à part. Personne n’en a été averti ni invité, et les nouveaux courriels continuent dans les mêmes salons.
history-none = Il n’y avait aucun courriel à reprendre depuis le { $since }.
history-left =
    { $count ->
        [one] { $count } ancien courriel n’a pas pu être repris
       *[other] { $count } anciens courriels n’ont pas pu être repris
    } ; ce qui est dans la boîte y reste :
history-reading = reprend le courrier depuis le { $since } : { $found } trouvés jusqu’ici
history-filling = reprend le courrier depuis le { $since } : { $settled } sur { $found }
history-waits = attend : { $what }
web-not-there = Il n’y a rien ici
web-not-there-help = Vérifiez que le lien a été ouvert en entier : les logiciels de messagerie le coupent parfois. Un lien à usage unique n’existe plus une fois utilisé.
web-too-many = Trop de demandes
web-too-many-help =
    { $seconds ->
        [one] Attendez { $seconds } seconde, puis rechargez cette page.
       *[other] Attendez { $seconds } secondes, puis rechargez cette page.
    }
web-failed = Quelque chose s’est mal passé ici
web-failed-help = Rien n’est perdu. Réessayez dans un instant ; si cela continue, dites-le à ceux qui gèrent Mailroom.
web-foreign-form = Ce formulaire ne venait pas de notre page
web-foreign-form-help = Pour votre sécurité, rien n’a été fait. Ouvrez de nouveau le lien et remplissez-y le formulaire.
login-link = Ouvrez cette page dans les 15 minutes et connectez-vous-y avec votre boîte aux lettres : { $link } Ce que vous y saisissez n’arrive pas dans Matrix.
login-link-then = À la fin, la page montre six chiffres. Écrivez-les ici : login suivi des chiffres. Ne donnez à personne ni le lien ni les chiffres.
login-added = { $address } est là : son nouveau courrier arrive dans des salons de l’espace « { $name } », où vous êtes invité et personne d’autre. !mail logout la retire.
login-wrong =
    { $left ->
        [one] Ce ne sont pas les chiffres que montre la page. Encore { $left } essai, puis la connexion est abandonnée.
       *[other] Ce ne sont pas les chiffres que montre la page. Encore { $left } essais, puis la connexion est abandonnée.
    }
login-spent = C’était faux trop souvent ; la connexion est abandonnée et ce qui a été saisi est effacé. !mail login recommence.
login-none = Aucune connexion de votre part n’attend de chiffres. !mail login en commence une ; ses chiffres valent dix minutes.
login-already-taken = { $address } est déjà un compte ici. Ceux qui gèrent Mailroom peuvent dire de qui.
login-no-words = N’écrivez ici que !mail login, puis les six chiffres de la page. Si c’était un mot de passe : effacez le message et changez le mot de passe.
login-not-allowed = Ceux qui gèrent Mailroom ne vous ont pas permis d’apporter votre propre boîte aux lettres (logins.allowed dans la configuration).
login-no-pages = Les boîtes personnelles sont permises ici, mais il n’y a pas de page pour se connecter. Ceux qui gèrent Mailroom doivent régler web dans la configuration.
logout-none = Aucune boîte aux lettres à vous n’est ici.
logout-which = Laquelle ? !mail logout et l’adresse : { $addresses }
logout-done = { $address } est retirée : la connexion, le mot de passe, les messages et ce qui en était retenu. La boîte elle-même est comme avant. Je quitte ses salons.
login-page-title = Se connecter avec votre boîte aux lettres
login-page-whose = Cette page est pour { $user }. Le courrier de la boîte sera montré à { $user } dans Matrix. Ne continuez que si c’est vous.
login-page-begin = C’est moi, continuer
login-page-wrong-title = Pas encore connecté
login-page-address = Adresse de courrier
login-page-password = Mot de passe de la boîte
login-page-password-hint = Beaucoup de fournisseurs en veulent un fait pour les logiciels (mot de passe d’application) si vous vous connectez avec un second facteur.
login-page-name = Votre nom dans les messages
login-page-name-hint = Peut rester vide.
login-page-servers = Serveurs
login-page-servers-hint = Ils sont trouvés d’après l’adresse. Ne les indiquez que si cela échoue.
login-page-imap = Le courrier vient de (IMAP)
login-page-smtp = Le courrier part par (SMTP)
login-page-host = Serveur
login-page-port = Port
login-page-security = Chiffrement
login-page-user = Nom d’utilisateur, si ce n’est pas l’adresse
login-page-try = Se connecter
login-page-no-address = Ce n’est pas une adresse de courrier. Elle ressemble à anna@example.org.
login-page-no-password = Le mot de passe manque, ou contient des caractères qu’aucun ne peut avoir.
login-page-too-often = Ce lien a été essayé trop souvent. Écrivez !mail login à Mailroom pour en avoir un autre.
login-page-servers-none = Aucun serveur n’a été trouvé pour cette adresse. Indiquez ceux que nomme votre fournisseur.
login-page-servers-closed = Les boîtes de ce domaine ne peuvent pas être apportées ici. Ceux qui gèrent Mailroom peuvent nommer ses serveurs.
login-page-servers-not-public = Ces serveurs n’ont pas de nom et d’adresse publics ; aucune connexion n’y est faite. Ceux qui gèrent Mailroom peuvent nommer des serveurs internes.
login-page-servers-port = Ce n’est pas un port de serveur de courrier : IMAP a 993 ou 143, SMTP 465 ou 587.
login-page-refused = { $server } n’a pas accepté l’adresse et le mot de passe. Vérifiez les deux, et si votre fournisseur veut un mot de passe d’application ou doit d’abord autoriser les logiciels de messagerie.
login-page-tls = { $server } n’a pas montré de certificat digne de confiance. Vérifiez son nom.
login-page-away = { $server } n’a pas pu être joint. Vérifiez le nom, le port et le chiffrement, ou réessayez plus tard.
login-page-taken = Cette adresse est déjà un compte ici. Ceux qui gèrent Mailroom peuvent dire de qui.
login-page-code-title = Encore une étape
login-page-code = La boîte a été trouvée. Écrivez ceci dans votre conversation directe avec Mailroom, en tant que { $user } :
login-page-code-then = Cela vaut dix minutes, et rien n’est gardé si vous ne l’écrivez pas. Ne le dites à personne. Vous pouvez ensuite fermer cette page.
login-page-found = Son courrier est lu sur { $imap } et envoyé par { $smtp }.
login-page-over = Ce lien a été utilisé ou est trop ancien
login-page-over-help = Écrivez !mail login dans votre conversation directe avec Mailroom pour en avoir un autre.
login-page-coded = Les chiffres ont déjà été montrés
login-page-coded-help = Écrivez-les dans votre conversation directe avec Mailroom. S’ils sont perdus, écrivez-y !mail login pour un autre lien.
login-page-elsewhere = Ce lien est ouvert dans un autre navigateur
login-page-elsewhere-help = Il vaut dans le navigateur où il a été ouvert d’abord. Si ce n’était pas le vôtre, quelqu’un d’autre a le lien : écrivez !mail login dans votre conversation directe avec Mailroom, et celui-ci ne vaudra plus rien.
`,
  it: `
mail-image = [immagine: { $alt }]
mail-image-without-alt = [immagine]
mail-rest = Resto dell’e-mail
mail-plain-rendering = Testo semplice dell’e-mail
mail-html-rendering = Testo formattato dell’e-mail
mail-spoiler = [nascosto: { $text }]
mail-cut-here = [Tagliato qui: sono mostrati { $shownKb } KB su { $totalKb }. Il messaggio intero è allegato.]
mail-signed-pgp = Questo messaggio è firmato con OpenPGP; la firma non è stata controllata.
mail-signed-smime = Questo messaggio è firmato con S/MIME; la firma non è stata controllata.
mail-encrypted-pgp = Questo messaggio è cifrato con OpenPGP. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
mail-encrypted-smime = Questo messaggio è cifrato con S/MIME. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
mail-opaque-smime = Questo messaggio è firmato con S/MIME in una forma che racchiude il testo nella firma; è allegato così come è arrivato.
mail-password-protected = { $name } è protetto: per aprirlo può servire una password.
mail-further-files = Altri file
mail-files-bundled = Dei { $all } file di questa e-mail, { $count } sono in questo archivio.
nested-mail = E-mail allegata
nested-from = Da
nested-date = Data
nested-subject = Oggetto
nested-more-in-file = … il resto è in { $name }
unread-file = Non è stato possibile leggere il file «{ $name }» dalla sua e-mail. Al suo posto c’è qui l’e-mail intera, come file.
unread-file-missing = Non è stato possibile leggere il file «{ $name }» dalla sua e-mail, perciò qui manca. Lo cerchi nella casella, con un programma di posta.
unread-mail = È arrivata un’e-mail di { $sender } («{ $subject }») che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-subject = È arrivata un’e-mail di { $sender } che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-sender = È arrivata un’e-mail («{ $subject }») che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-sender-and-subject = È arrivata un’e-mail che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-oversize-mail = È arrivata un’e-mail di { $size }, scritta da { $sender } («{ $subject }»). Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-subject = È arrivata un’e-mail di { $size }, scritta da { $sender }. Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-sender = È arrivata un’e-mail di { $size } («{ $subject }»). Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-sender-and-subject = È arrivata un’e-mail di { $size }. Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-reason-too-large = è troppo grande
unread-reason-empty = è vuota
unread-reason-time = leggerla richiedeva troppo tempo
unread-reason-memory = leggerla richiedeva troppa memoria
unread-reason-crash = il programma che legge la posta non ci è riuscito
unread-reason-oversize = è troppo grande
unread-reason-failed = qui qualcosa è andato storto
calendar-title-invitation = Invito
calendar-title-changed = Invito modificato
calendar-title-cancelled = Annullato
calendar-title-reply = Risposta a un invito
calendar-title-counter = Proposta di un altro orario
calendar-title-published = Appuntamento
calendar-title-task = Attività
calendar-label = { $name }:
calendar-when = Quando
calendar-where = Dove
calendar-join = Partecipa
calendar-organizer = Organizzato da
calendar-attendees = Partecipanti
calendar-repeats = Ripetizione
calendar-comment = Commento
calendar-untitled = (senza titolo)
calendar-all-day = tutto il giorno
calendar-before = prima: { $value }
calendar-occurrence = solo quello del { $date }
calendar-added = nuovi: { $names }
calendar-removed = non più: { $names }
calendar-accepted = accettato
calendar-declined = rifiutato
calendar-tentative = forse
calendar-delegated = delegato
calendar-no-answer = ancora nessuna risposta
calendar-optional = facoltativo
calendar-and-more =
    { $count ->
        [one] e un altro
       *[other] e altri { $count }
    }
calendar-date = { $weekday } { $day } { $month } { $year }
calendar-weekday-sunday = domenica
calendar-weekday-monday = lunedì
calendar-weekday-tuesday = martedì
calendar-weekday-wednesday = mercoledì
calendar-weekday-thursday = giovedì
calendar-weekday-friday = venerdì
calendar-weekday-saturday = sabato
calendar-weekday-short-sunday = dom
calendar-weekday-short-monday = lun
calendar-weekday-short-tuesday = mar
calendar-weekday-short-wednesday = mer
calendar-weekday-short-thursday = gio
calendar-weekday-short-friday = ven
calendar-weekday-short-saturday = sab
calendar-month-january = gennaio
calendar-month-february = febbraio
calendar-month-march = marzo
calendar-month-april = aprile
calendar-month-may = maggio
calendar-month-june = giugno
calendar-month-july = luglio
calendar-month-august = agosto
calendar-month-september = settembre
calendar-month-october = ottobre
calendar-month-november = novembre
calendar-month-december = dicembre
calendar-local-time = ora locale
calendar-every-second =
    { $interval ->
        [one] ogni secondo
       *[other] ogni { $interval } secondi
    }
calendar-every-minute =
    { $interval ->
        [one] ogni minuto
       *[other] ogni { $interval } minuti
    }
calendar-every-hour =
    { $interval ->
        [one] ogni ora
       *[other] ogni { $interval } ore
    }
calendar-every-day =
    { $interval ->
        [one] ogni giorno
       *[other] ogni { $interval } giorni
    }
calendar-every-week =
    { $interval ->
        [one] ogni settimana
       *[other] ogni { $interval } settimane
    }
calendar-every-month =
    { $interval ->
        [one] ogni mese
       *[other] ogni { $interval } mesi
    }
calendar-every-year =
    { $interval ->
        [one] ogni anno
       *[other] ogni { $interval } anni
    }
calendar-on-weekdays = di { $days }
calendar-weekday-nth = { $weekday } ({ $nth }ª volta nel mese)
calendar-weekday-nth-last =
    { $nth ->
        [one] { $weekday } (ultima volta nel mese)
       *[other] { $weekday } ({ $nth }ª volta dalla fine del mese)
    }
calendar-and = { $items } e { $last }
calendar-on-month-days = { $days } del mese
calendar-month-day = il giorno { $day }
calendar-month-day-last =
    { $nth ->
        [one] l’ultimo giorno
       *[other] il { $nth }º giorno dalla fine
    }
calendar-in-months = in { $months }
calendar-times =
    { $count ->
        [one] una volta
       *[other] { $count } volte
    }
calendar-until = fino al { $date }
calendar-own-time = cioè { $time }
calendar-except = tranne il { $dates }
calendar-contact = Contatto
calendar-contacts = { $count } contatti
calendar-outdated = È già arrivata una versione più recente di questo invito.
report-action-failed = Non consegnata a { $who }.
report-action-failed-without-who = Un’e-mail non è stata consegnata.
report-action-delayed = Non ancora consegnata a { $who }.
report-action-delayed-without-who = Un’e-mail non è ancora stata consegnata.
report-action-delivered = Consegnata a { $who }.
report-action-delivered-without-who = Un’e-mail è stata consegnata.
report-action-relayed = L’e-mail a { $who } è passata a un server che non dice se la consegna.
report-action-relayed-without-who = Un’e-mail è passata a un server che non dice se la consegna.
report-action-expanded = L’e-mail a { $who } è stata consegnata e distribuita a più persone.
report-action-expanded-without-who = Un’e-mail è stata consegnata e distribuita a più persone.
report-reason-unknown-user = Questo indirizzo non esiste.
report-reason-unknown-host = Questo dominio (la parte dopo la @) non esiste.
report-reason-moved = Il destinatario ora ha un altro indirizzo.
report-reason-no-mail-host = Quel dominio non riceve posta.
report-reason-mailbox-full = La sua casella è piena.
report-reason-disabled = La sua casella è disattivata.
report-reason-too-large = L’e-mail è troppo grande per il suo server.
report-reason-spam = Il suo server ha preso l’e-mail per spam.
report-reason-authentication = Il suo server non crede che l’e-mail venga da noi. Chi gestisce la nostra posta può controllare SPF, DKIM e DMARC.
report-reason-policy = Le regole del suo server non lo permettono.
report-reason-loop = L’e-mail girava in tondo.
report-reason-network = Il suo server non era raggiungibile.
report-reason-expired = Non è stato possibile consegnarla in tempo.
report-reason-rate = Il suo server accetta solo una quantità limitata di posta.
report-reason-refused = Il suo server l’ha rifiutata.
report-reason-other = { "" }
report-server-says = Il server dice: { $words }
report-about = L’e-mail era «{ $subject }».
report-goes-on-trying = Il server continua a provare da solo.
report-disposition-displayed = { $who } ha aperto «{ $subject }».
report-disposition-displayed-without-subject = { $who } ha aperto l’e-mail.
report-disposition-deleted = { $who } ha eliminato «{ $subject }», forse senza leggerla.
report-disposition-deleted-without-subject = { $who } ha eliminato l’e-mail, forse senza leggerla.
report-disposition-denied = Il programma di posta di { $who } non dice se «{ $subject }» è stata aperta.
report-disposition-denied-without-subject = Il programma di posta di { $who } non dice se l’e-mail è stata aperta.
report-disposition-failed = Il programma di posta di { $who } non è riuscito a trattare «{ $subject }».
report-disposition-failed-without-subject = Il programma di posta di { $who } non è riuscito a trattare l’e-mail.
report-disposition-processed = «{ $subject }» a { $who } è stata trattata da un programma.
report-disposition-processed-without-subject = L’e-mail a { $who } è stata trattata da un programma.
report-disposition-dispatched = «{ $subject }» a { $who } è stata inoltrata.
report-disposition-dispatched-without-subject = L’e-mail a { $who } è stata inoltrata.
report-automatic = Il programma di posta lo ha fatto da solo.
report-feedback-abuse = { $who } ha segnalato un’e-mail di qui come spam.
report-feedback-fraud = { $who } ha segnalato un’e-mail di qui come frode.
report-feedback-virus = In un’e-mail di qui a { $who } è stato trovato un virus.
report-feedback-not-spam = { $who } ha comunicato al suo fornitore che un’e-mail di qui non è spam.
report-feedback-auth-failure = Un’e-mail a { $who } che indica questo dominio come mittente non ha superato là la verifica del mittente.
report-feedback-other = { $who } si è lamentato di un’e-mail di qui.
report-as-it-came = La notifica così come è arrivata
room-nobody-to-mail = Non inviato: fuori non c’è nessuno a cui inviarlo. Aggiunga qualcuno con !mail to name@example.org e lo scriva di nuovo.
room-only-banned-to-mail = Non inviato: tutti quelli che lo riceverebbero sono banditi da questa stanza ({ $people }). Per scrivere loro lo stesso, revochi il bando o scriva !mail to +{ $address } e lo dica di nuovo.
room-taken-back = Ritirato: non viene inviato.
room-edited-to-command = Ritirato: non viene inviato. Nemmeno il comando è stato eseguito, perché una modifica non ne esegue. Per eseguirlo, lo scriva in un nuovo messaggio.
room-try-again-hint = Scriva «!mail retry» per riprovare.
room-no-text = (un’e-mail senza testo)
room-no-sender = Un’e-mail senza mittente:
room-new-subject = Oggetto: { $subject }
room-from-mail-program = { $name } (da un programma di posta):
room-shortened = … tagliato qui; l’e-mail intera è in «{ $name }».
room-original = originale
room-whole-mail = e-mail intera
room-file-too-large = Il file «{ $name }» ({ $size }) è troppo grande per il server Matrix, perciò qui manca. Si trova nell’e-mail, nella casella.
room-file-left-out = Il file «{ $name }» ({ $size }) è stato tralasciato quando questa e-mail è stata importata.
room-import-space = Archivio: { $name }
room-said-for-banned = { $name } è bandito da questa stanza, quindi mostro ciò che ha scritto:
room-said-for-kept-out = { $name } non può scrivere in questa stanza, quindi mostro ciò che ha scritto:
room-said-for-refused = Il server Matrix non ha accettato questa parte di un’e-mail di { $name }, quindi la mostro:
room-said-for-mail-program = { $name } (da un programma di posta):
puppet-edit-stays = Questo è arrivato da un programma di posta ed è partito così com’era. La modifica si vede solo in questa stanza e non viene inviata; ciò che deve arrivare agli altri, scrivilo come nuovo messaggio.
puppet-refused = Il server Matrix non accetta più il token che ho di te, quindi con esso non parlo più come te: ciò che scrivi in un programma di posta lo dico per te, con il tuo nome. Chi gestisce Mailroom può metterne uno nuovo nella configurazione (puppets.tokens).
room-without-words-mail = ⚠ Questa e-mail manca qui, del tutto o in parte: le regole del server Matrix ne rifiutano le parole. Nulla è perso: l’e-mail è nella casella, e «!mail source» in risposta a questo la consegna.
room-without-words-notice = ⚠ Le regole del server Matrix rifiutano ciò che volevo dire qui.
room-without-words-line = ⚠ Una conversazione di cui le regole del server Matrix rifiutano le prime parole:
room-login-refused = ⚠ Il server di posta rifiuta l’accesso a questa casella ({ $protocol }), perciò qui non arriva posta nuova. Nulla va perso: attende nella casella. L’amministrazione deve correggere la password (o oauth2) nella configurazione. Mailroom riprova da solo, sempre più di rado, per circa un giorno; «!mail accounts retry» riprova subito.
room-login-ends = ⚠ Il provider lascia entrare Mailroom in questa casella fino a { $time }. Prima di allora qualcuno deve accedere di nuovo: chi gestisce Mailroom, con «mailroom login { $account }».
room-no-secret = ⚠ La password di questa casella manca o qui non si apre, quindi non arriva nuova posta. Nulla va perso: attende nella casella. «mailroom secret sealed» sulla macchina dice che cosa non va; «mailroom ctl account change { $account } --password-file FILE» dà di nuovo la password.
room-not-invited-blocked = ⚠ { $user } non accetta inviti, perciò non posso inviarne. Tutte le altre persone vengono invitate come prima. Chi è nello spazio può entrare da sé nelle sue stanze; per ricevere di nuovo inviti occorre permettere quelli di { $bot }.
room-not-invited-refused = ⚠ Il server Matrix non mi lascia invitare { $user } ({ $code }). Tutte le altre persone vengono invitate come prima. Chi gestisce il server può dire perché.
room-not-readable-subject = E-mail che non è stato possibile leggere
room-moved-on = Questa stanza è stata sostituita da un’altra. Si prega di continuare là.
room-moved-on-not-mailed = Non inviato: questa stanza è stata sostituita da un’altra. Si prega di scriverlo là.
room-followed = La conversazione continua qui: ciò che si scrive in questa stanza parte come e-mail.
inbox-name = { $account } – Posta in arrivo
inbox-lobby-name = { $account } – Moderazione
inbox-no-subject = (senza oggetto)
inbox-only-files =
    { $count ->
        [one] un file
       *[other] { $count } file
    }
inbox-begun-by = { $name } (noi)
inbox-again = { $name } (di nuovo)
thread-reason-report = è una notifica su una nostra e-mail di questa conversazione
thread-reason-moved = risponde a un’e-mail che qualcuno ha spostato qui
thread-reason-own-id = risponde a un’e-mail inviata da questa conversazione
thread-reason-beside = risponde dalla conversazione a fianco di questa, e il suo mittente partecipa solo qui
thread-reason-same-id = ha lo stesso numero (Message-ID) di un’e-mail di questa conversazione, con altre parole
thread-reason-token = è stata inviata all’indirizzo che le nostre e-mail di questa conversazione indicano per le risposte
thread-reason-in-reply-to = risponde a un’e-mail di questa conversazione, e il suo mittente partecipa
thread-reason-references = rimanda a un’e-mail di questa conversazione, e il suo mittente partecipa
thread-reason-alias = risponde a una nostra e-mail, con il numero che le ha dato il server di posta
thread-reason-referenced-by = un’e-mail di questa conversazione, arrivata prima, risponde a questa
thread-reason-sibling = risponde alla stessa e-mail a cui risponde un’altra qui; quell’e-mail non l’abbiamo
thread-reason-thread-index = Outlook la mette nella stessa conversazione di un’e-mail di questa stanza, e il suo mittente partecipa
thread-reason-list-room = è arrivata tramite la lista a cui è dedicata questa stanza
thread-reason-digest = è stata inviata a molti e non attende risposta: queste e-mail condividono una stanza
thread-reason-no-references = non risponde a nulla, quindi ha iniziato questa conversazione
thread-reason-unknown-references = risponde solo a e-mail che questo account non ha, quindi ha iniziato questa conversazione
thread-reason-changed-subject = risponde a un’altra conversazione, ma con un nuovo oggetto e senza citarla, quindi ne ha iniziata una propria
thread-reason-not-a-participant = nomina un’e-mail di un’altra conversazione a cui il suo mittente non partecipa, quindi ne ha iniziata una propria
thread-reason-own = è stata scritta in questa stanza
thread-reason-answer = è stata scritta in questa stanza, come risposta
thread-why-other = non è stato possibile leggerla per intero ({ $reason }), quindi ha deciso solo la sua intestazione
thread-why-placed = { $user } l’ha spostata qui
thread-why-belongs-same-organisation = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma è della stessa organizzazione di qualcuno che partecipa
thread-why-belongs-names-participants = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma scrive a qualcuno che partecipa
thread-why-belongs-other = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma è verificato o aveva già scritto qui
thread-changed-subject-here = Risponde a un’altra conversazione, ma con un nuovo oggetto, perciò ha una stanza propria. L’altra:
thread-changed-subject-there = Una risposta a questa conversazione ha un nuovo oggetto, perciò ha iniziato una conversazione propria:
thread-stranger-here = Rimanda a un’altra conversazione, a cui il mittente non partecipa, perciò ha una stanza propria. L’altra:
thread-stranger-there = Qualcuno che non partecipa a questa conversazione vi rimanda in un’e-mail. Quell’e-mail non è mostrata qui, ma in una stanza propria:
thread-no-subject = (senza oggetto)
thread-verified-now = La stessa e-mail è arrivata un’altra volta, e ora il suo mittente è verificato.
thread-came-directly = La stessa e-mail è arrivata un’altra volta, direttamente da { $address }, e quel mittente è verificato.
thread-reply-to = Lo scriva come risposta al messaggio di cui si tratta.
thread-no-mail = Quel messaggio non è un’e-mail di questa conversazione.
thread-which-room = Scriva dopo il comando quale stanza: un link, il suo indirizzo o il suo identificativo.
thread-no-room = Quella non è la stanza di una conversazione di questo account.
thread-same-room = È già questa stanza: non è stato spostato nulla.
thread-nothing-here = In questa conversazione non c’è nessuna e-mail.
thread-too-many = Non è stato spostato nulla: sarebbero { $count } e-mail, e se ne spostano al massimo { $most } alla volta.
thread-first-stays = La conversazione comincia con quel messaggio: non c’è nulla da separare.
thread-moved-to =
    { $count ->
        [one] Un’e-mail è ora in:
       *[other] { $count } e-mail sono ora in:
    }
thread-moved-away = Spostata in:
thread-moved-here =
    { $count ->
        [one] { $user } ha spostato qui un’e-mail. L’originale:
       *[other] { $user } ha spostato qui { $count } e-mail. Gli originali:
    }
thread-original = messaggio { $place }
thread-goes-on-there = Non inviato: questa conversazione continua in un’altra stanza. Si prega di scriverlo là:
thread-answer-there = Non inviato: il messaggio a cui risponde è stato spostato in un’altra stanza. Si prega di rispondere là:
sender-not-verified = non verificato
sender-group-only = lo dice solo un gruppo
sender-failed = verifica fallita
sender-not-their-name = nome sospetto
sender-claims = ⚠ Un’e-mail che dice di venire da { $claim }, ma non ha superato la verifica del mittente:
sender-suspected = ⚠ Un’e-mail sospetta attende una decisione; fino ad allora non è mostrata nella sua conversazione. Dice di venire da { $claim }.
sender-suspected-reason-internal-claimed = È uno dei vostri indirizzi, e nulla prova che l’e-mail venga da lì.
sender-suspected-reason-dmarc-policy = Non ha superato la verifica del mittente, e il proprietario di quel dominio chiede di non accettare queste e-mail.
sender-suspected-subject = Oggetto: { $subject }
sender-suspected-how = Reagisca con ✅ per mostrarla nella sua conversazione (con un segno) o con ❌ per lasciarla fuori; oppure risponda !mail accept o !mail refuse.
sender-accepted = Accettata: è mostrata nella sua conversazione, con un segno.
sender-refused = Rifiutata: non è mostrata. Resta nella casella.
sender-suspected-reply-to = Lo scriva come risposta al messaggio sull’e-mail sospetta.
sender-not-suspected = Dietro quel messaggio non attende (più) nessuna e-mail sospetta.
sender-why-reply-to = Lo scriva come risposta al messaggio su cui vuole sapere.
sender-why-unknown = A quel messaggio non corrisponde nessuna e-mail.
sender-why-thread = In questa conversazione perché: { $reason }
sender-why-sender = Mittente: { $verdict }. Ha deciso: { $reason }.
sender-verdict-pass = verificato
sender-verdict-fail = verifica fallita
sender-verdict-unchecked = non verificato
sender-reason-submission = l’accesso al nostro server di posta per inviarla
sender-reason-auth = il nostro server di posta dice che il mittente aveva effettuato l’accesso
sender-reason-dmarc = le regole del dominio del mittente (DMARC)
sender-reason-dkim = la firma del dominio (DKIM)
sender-reason-spf = il server da cui è venuta (SPF)
sender-reason-arc = la parola di un server fidato che l’ha passata (ARC)
sender-reason-no-from = l’e-mail non indica nessun mittente
sender-reason-several-from = l’e-mail indica più mittenti
sender-reason-group = solo il gruppo da cui è passata dice chi l’ha scritta
sender-reason-other-login = per inviarla aveva effettuato l’accesso qualcun altro
sender-reason-nothing-proven = nulla prova chi l’ha inviata
sender-reason-no-results = nessuno l’ha controllata
sender-reason-not-readable = non è stato possibile leggere l’e-mail
sender-why-ours = Mittente: uno di noi, nessuna verifica necessaria.
sender-why-marked = Segnata, perché: { $marks }.
sender-mark-failed = non ha superato la verifica
sender-mark-other-login = per inviarla aveva effettuato l’accesso qualcun altro
sender-mark-no-from = non indica nessun mittente
sender-mark-several-from = indica più mittenti
sender-mark-group = il suo mittente è un gruppo, non una persona
sender-mark-unchecked = il suo mittente non è verificato
sender-mark-group-only = solo un gruppo dice chi l’ha scritta
sender-mark-newcomer = il suo mittente è nuovo in questa conversazione
sender-mark-imitates = il nome è quello di una delle vostre persone o di un vostro account
sender-mark-address-in-name = il nome è un altro indirizzo
sender-mark-turned-name = il nome ha caratteri che invertono il verso della scrittura
sender-mark-mixed-scripts = il nome mescola lettere di più alfabeti
sender-why-by = · { $said } (dice { $by })
admission-mark = nuovo qui
admission-joined = ⚠ { $person } è nuovo qui: ha risposto a un’e-mail destinata a qualcun altro.
admission-joined-how = Reagisca con ✅ per farlo partecipare, o con ❌ per non mostrare più la sua posta in questa stanza; oppure risponda !mail allow o !mail block. Fino ad allora non riceve nessuna risposta, a meno che Lei non risponda al suo messaggio.
admission-colleague-joined = { $person } scrive qui per la prima volta. È verificato e della stessa organizzazione ({ $domain }) di qualcuno che partecipa.
admission-colleague-joined-how = Non riceve nessuna risposta finché Lei, o qualcuno che partecipa, non gli scrive, o Lei non reagisce con ✅. Una risposta al suo messaggio gli arriva; con ❌ la sua posta non è più mostrata in questa stanza.
admission-welcomed = { $address } d’ora in poi partecipa.
admission-refused = La posta di { $address } non è più mostrata in questa stanza.
admission-whom = Dica chi: !mail block bob@example.org, o un dominio, o risponda a un suo messaggio.
admission-no-pattern = «{ $text }» non è né un indirizzo né un dominio (* sta per qualsiasi cosa).
admission-blocked = Bloccato in tutto l’account: { $pattern }. Queste e-mail non sono mostrate; restano nella casella.
admission-blocked-here = Bloccato in questa stanza: { $pattern }. Queste e-mail non sono mostrate; restano nella casella.
admission-allowed = Ammesso in tutto l’account: { $pattern }. Queste persone partecipano senza che si chieda, se sono verificate.
admission-allowed-here = Ammesso in questa stanza: { $pattern }. Queste persone partecipano senza che si chieda, se sono verificate.
admission-dropped = Non c’è più nessuna regola su { $pattern }.
admission-not-there = Qui non c’è nessuna regola su { $pattern }.
admission-no-rules = Non ci sono regole su chi può partecipare.
admission-rules = Regole su chi può partecipare:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in questa stanza
admission-of-config = dalla configurazione
admission-more =
    { $count ->
        [one] … e un’altra
       *[other] … e altre { $count }
    }
admission-not-shown = E-mail non mostrate negli ultimi { $days } giorni: { $count }
admission-not-shown-why-blocked = bloccate da { $detail }
admission-not-shown-why-refused = di persone rifiutate in una stanza
admission-not-shown-why-newcomer = di qualcuno nuovo in una conversazione
admission-not-shown-why-lists-ignored = di liste di posta
admission-not-shown-why-bulk-ignored = newsletter e altri invii a molti
admission-open = Questa stanza è aperta: partecipa chiunque risponda a una delle sue e-mail e sia verificato.
admission-asked = Questa stanza non è aperta: se la posta di qualcuno nuovo sia mostrata o rifiutata è stabilito per tutto l’account.
admission-only-in-thread = Si può usare solo nella stanza di una conversazione.
admission-refusal-subject = Non consegnata: { $subject }
admission-refusal-subject-without-subject = Il suo messaggio non è stato consegnato
admission-refusal-undelivered = Il suo messaggio a { $account } non è stato consegnato alle persone dietro questo indirizzo: Lei non partecipa a quella conversazione, oppure non accettano la sua posta.
admission-refusal-other-way = Se ritiene che debbano leggerlo, scriva loro in un altro modo.
admission-refusal-program = Questo avviso è stato scritto da un programma. Si prega di non rispondere.
admission-automatic = E-mail automatica di { $person }:
admission-digest = Newsletter
admission-reply-to-answer = Non inviato: in questa stanza arriva la posta di molti mittenti e non è chiaro chi debba riceverlo. Lo scriva come risposta al messaggio a cui vuole rispondere.
overflow-room = E-mail in attesa
overflow-mail = Un’e-mail di { $from } attende qui e non è ancora mostrata: in un’ora è arrivata da fuori troppa posta nuova.
overflow-how = Reagisca con ✅ per farla entrare o con ❌ per lasciarla fuori (resta nella casella). !mail overflow let-in le fa entrare tutte.
overflow-how-all = !mail overflow let-in le fa entrare tutte, !mail overflow discard le lascia fuori tutte. Scritto come risposta a una di esse, vale solo per quella.
overflow-waiting =
    { $count ->
        [one] Un’e-mail attende di entrare.
       *[other] { $count } e-mail attendono di entrare.
    }
overflow-none = Nessuna e-mail attende di entrare.
overflow-not-there = Dietro quel messaggio non attende (più) nessuna e-mail.
overflow-let-in =
    { $count ->
        [one] È entrata.
       *[other] Sono entrate { $count } e-mail.
    }
overflow-discarded =
    { $count ->
        [one] Non è mostrata; resta nella casella.
       *[other] { $count } e-mail non sono mostrate; restano nella casella.
    }
old-mail-waits =
    { $count ->
        [one] Un’e-mail della casella è più vecchia di questo account e attende.
       *[other] { $count } e-mail della casella sono più vecchie di questo account e attendono. Probabilmente qualcuno le ha copiate o spostate lì.
    }
old-mail-between = La casella le ha ricevute tra il { $from } e il { $to }.
old-mail-of = La casella le ha ricevute il { $day }.
old-mail-how = Reagisca con ✅ per mostrarle in silenzio: ogni conversazione ha la sua stanza, e nessuno viene invitato o avvisato. ❌ le lascia nella casella, senza mostrarle.
old-mail-how-else = !mail old as-new le tratta come posta appena arrivata, con inviti e righe nella posta in arrivo.
old-mail-answers = Attendono finché qualcuno decide. Chi risponde a una di esse porta con sé la sua conversazione.
old-mail-over = Qui non attende più posta vecchia.
old-mail-none = Non attende posta vecchia.
old-mail-quietly =
    { $count ->
        [one] L’e-mail è mostrata in silenzio.
       *[other] { $count } e-mail sono mostrate in silenzio, prima le più vecchie. Le loro stanze sono nello spazio.
    }
old-mail-as-new =
    { $count ->
        [one] L’e-mail entra come nuova.
       *[other] { $count } e-mail entrano come nuove.
    }
old-mail-left =
    { $count ->
        [one] L’e-mail non è mostrata; resta nella casella.
       *[other] { $count } e-mail non sono mostrate; restano nella casella.
    }
old-mail-left-before =
    { $count ->
        [one] In precedenza una vecchia e-mail è stata lasciata nella casella.
       *[other] In precedenza { $count } vecchie e-mail sono state lasciate nella casella.
    }
old-mail-decided =
    { $count ->
        [one] È stato deciso su un’e-mail.
       *[other] È stato deciso su { $count } e-mail.
    }
recipients-why-sender-only = solo a { $address }, come richiesto
recipients-why-chosen = come stabilito in questa stanza; !mail to, !mail cc e !mail bcc lo cambiano
recipients-bcc = Copia nascosta (nessun altro la vede)
recipients-first-time = La prima e-mail di qui a { $people }. Parte fra { $seconds } secondi; fino ad allora ❌ sul suo messaggio la ferma.
recipients-kept-inside = Non inviato: ciò che si scrive nel thread di una nota resta in questa stanza. Per inviarlo, lo scriva fuori da quel thread.
recipients-notice-answered = Non inviato: una risposta a un mio messaggio resta in questa stanza. Per inviarlo, lo scriva come messaggio a parte o come risposta a un’e-mail.
recipients-like-command = Non inviato, perché comincia come un mio comando.
recipients-mail-it-all = Per inviarlo così com’è, scriva !reply davanti.
recipients-none = nessuno
recipients-not-verified = Attenzione: non è verificato chi ha inviato l’e-mail a cui risponde.
recipients-left-out = Esclusi, perché la posta inviata lì è tornata indietro: { $people }. !mail unpause INDIRIZZO invia di nuovo lì.
recipients-nobody-left = Per ora nessuno riceverebbe una risposta.
recipients-will-quote = La prossima e-mail cita la conversazione fin qui, perché { $people } possa seguirla.
recipients-ghost-added = { $person } riceve una copia di ogni e-mail dal suo prossimo messaggio in poi; la prima cita la conversazione fin qui. Per terminare, rimuova questa persona dalla stanza.
recipients-ghost-added-known = { $person } riceve una copia di ogni e-mail dal suo prossimo messaggio in poi. Per terminare, rimuova questa persona dalla stanza.
recipients-ghost-dropped = { $address } non riceve più le e-mail di questa conversazione finché non scrive di nuovo. Per aggiungere prima questa persona, la inviti o scriva !mail cc +{ $address }
recipients-ghost-banned = { $address } è bandito da questa stanza. Non riceve più le e-mail di questa conversazione, nemmeno se scrive di nuovo; nulla di ciò che scrive va perso: lo mostro qui al suo posto.
recipients-ghost-banned-how = Per inviargli di nuovo e-mail, revochi il bando o scriva !mail to +{ $address }. Per non vedere più la sua posta, scriva !mail block { $address }
recipients-ghost-unbanned = { $address } non è più bandito da questa stanza e riceve di nuovo le e-mail di questa conversazione.
recipients-ghost-not-added = { $address } non è stato aggiunto: è un indirizzo di questo account, o non è di nessuno.
recipients-unreadable = «{ $what }» non è un indirizzo e-mail. Si usa così: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } è stato lasciato fuori: è un indirizzo di questo account.
recipients-from = Le e-mail di questa conversazione partono da { $address }.
recipients-not-own = { $address } non è un indirizzo di questo account. Ha: { $own }
recipients-subject = L’oggetto è: { $subject }
recipients-subject-set = Dalla prossima e-mail l’oggetto è: { $subject }. Alcuni programmi di posta la mostrano come un’altra conversazione.
recipients-sender-only = Dal prossimo messaggio, solo il mittente dell’e-mail a cui risponde riceve la risposta. !mail reply-to-sender off lo termina.
recipients-to-all-again = Dal prossimo messaggio le risposte vanno di nuovo a tutti.
recipients-quoted-thread = La conversazione fin qui:
compose-ask-account = Da quale account va inviato? Scriva uno di: { $accounts }.
compose-ask-to = A chi? Scriva uno o più indirizzi e-mail.
compose-ask-subject = Qual è l’oggetto? Scriva - per nessuno.
compose-cancel-hint = { $command } annulla.
compose-not-understood = Non ho capito.
compose-cancelled = Va bene: non è stata iniziata nessuna conversazione.
compose-nothing-to-cancel = Qui non c’è nulla da annullare.
compose-begun = Una conversazione con { $people } comincia in una stanza propria:
compose-room = stanza
compose-welcome = Una nuova conversazione: ciò che scrive qui parte come e-mail da { $from } a { $people }.
compose-subject = Oggetto: { $subject }
compose-subject-from-words = Le prime parole del suo primo messaggio saranno l’oggetto, se prima non ne stabilisce uno: !mail subject …
compose-first-is-mail = Il suo primo messaggio è la prima e-mail. !mail to, !mail cc e !mail bcc cambiano chi la riceve.
compose-wrote = { $name } ha scritto:
compose-ask-account-here = Non si invia ancora nulla: da quale account va inviato? Scriva uno di: { $accounts }
compose-may-not = Qui non può iniziare conversazioni via e-mail. Chieda a qualcuno del team di un account di posta o all’amministrazione di questo server.
compose-encrypted = Non è stato inviato nulla: questa stanza è cifrata e non posso leggerla. Si prega di crearne una senza cifratura.
forward-to-whom = A chi? Scriva un indirizzo dopo il comando: !mail forward bob@example.org Sa dire che cos’è?
forward-own-address = { $address } è un indirizzo di questo account: non è stato inoltrato nulla.
forward-takes-part = { $address } partecipa a questa conversazione: scriva qui ciò che deve leggere. Non è stato inoltrato nulla.
forward-unreadable = Quell’e-mail non si può leggere qui, e quindi non si può inoltrare.
forward-begun = { $name } inoltra questa e-mail a { $people }. Le risposte arrivano in una stanza propria, e nessuno di questa conversazione le riceve. ❌ su questo messaggio ferma l’e-mail finché non è partita:
forward-aside = Chiesto a parte da un’altra conversazione, i cui partecipanti non ricevono nulla da qui:
forward-wrote = { $name } inoltra un’e-mail:
forward-not-verified = Attenzione: non è verificato chi ha inviato l’e-mail che viene inoltrata qui.
forward-shown-shortened = [Qui abbreviata; l’e-mail parte intera.]
forward-files = File: { $names }
forward-stopped = Ritirata: l’e-mail non viene inoltrata.
forward-too-late = Troppo tardi: l’e-mail è già stata inoltrata.
forward-apart-first = In questa e-mail figurano anche { $people }. Appartengono alla conversazione da cui questa è nata a parte; qui restano fuori e non ricevono alcuna risposta:
forward-apart-asked = In questa e-mail figurano anche { $people }. Sono stati solo consultati a parte, e da qui non ricevono alcuna risposta, a meno che !mail cc li nomini:
forward-not-here = Impossibile aggiungere { $people }: appartiene alla conversazione da cui questa è nata a parte, e non deve vedere ciò che si scrive qui. Gli scriva là.
forward-stays-apart = Una di queste conversazioni è nata a parte dall’altra: restano separate, perché nessuno dell’una legga l’altra. Non è stato spostato nulla.
forward-answered = { $name } ha risposto a parte. Per rispondere vada nella stanza di quella conversazione:
outgoing-some-message = (un messaggio nella chat)
outgoing-some-room = (una stanza di chat)
outgoing-spoiler-label = [nascosto: { $reason }]
outgoing-spoiler-label-without-reason = [nascosto, da selezionare per leggere]
outgoing-wrote = { $name } ha scritto:
outgoing-wrote-at = Il { $day }/{ $month }/{ $year } alle { $time } { $name } ha scritto:
outgoing-attached = Allegato: { $name } ({ $size })
outgoing-attached-without-size = Allegato: { $name }
outgoing-voice-message-file = Messaggio vocale
outgoing-voice-message = Messaggio vocale ({ $duration }), allegato
outgoing-voice-message-without-duration = Messaggio vocale, allegato
outgoing-audio = Audio: { $name } ({ $duration }), allegato
outgoing-audio-without-duration = Audio: { $name }, allegato
outgoing-video = Video: { $name } ({ $duration }), allegato
outgoing-video-without-duration = Video: { $name }, allegato
outgoing-sticker = [adesivo: { $name }]
outgoing-location = Posizione: { $description }
outgoing-location-without-description = Posizione:
outgoing-poll = Sondaggio: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Risponda con il numero della sua scelta.
       *[other] Risponda con i numeri delle sue scelte, al massimo { $choices }.
    }
outgoing-forwarded-by = Messaggio inoltrato da { $name }
outgoing-forwarded-from = Da: { $people }
outgoing-forwarded-date = Data: { $day }/{ $month }/{ $year } { $time }
outgoing-forwarded-subject = Oggetto: { $subject }
outgoing-forwarded-to = A: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = Non è verificato chi ha inviato questo messaggio.
outgoing-forwarded-encrypted = Questo messaggio è cifrato. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
outgoing-forwarded-too-long = Questo messaggio è troppo lungo per stare qui per intero; è allegato così come è arrivato.
guests-mail-left =
  { $count ->
    [one] { $count } altro messaggio non è in questa e-mail. Si trova nella stanza:
   *[other] { $count } altri messaggi non sono in questa e-mail. Si trovano nella stanza:
  }
guests-mail-in-room = Nella stanza
guests-mail-thread = Nella discussione «{ $words }»
guests-mail-file-there = nella stanza
guests-mail-why = Lei partecipa a «{ $room }» per e-mail: ciò che risponde viene detto lì.
guests-mail-choices = Ogni quanto vuole ricevere e-mail? Risponda con una di queste parole da sola nella prima riga: { $now }, { $hourly }, { $daily } o { $pause }. Per non ricevere più nulla, risponda con STOP.
guests-word-now = subito
guests-word-hourly = ogni ora
guests-word-daily = ogni giorno
guests-word-pause = pausa
guests-chosen-subject = Ogni quanto riceve e-mail
guests-chosen-now = Da ora riceve ciò che viene detto dopo una pausa della conversazione, e subito ciò che la menziona.
guests-chosen-hourly = Da ora riceve al massimo un’e-mail all’ora, e subito ciò che la menziona.
guests-chosen-daily = Da ora riceve un’e-mail al giorno, e subito ciò che la menziona.
guests-chosen-pause = Per ora non riceve nulla, da nessuna stanza. Quando vuole di nuovo e-mail, risponda con: { $now }
delivery-mail-of = E-mail del { $time }, di { $author }:
delivery-standing-waiting = attende di essere inviata
delivery-standing-held = si può ancora modificare
delivery-standing-deferred = il server di posta non l’accetta ancora; si riprova da soli
delivery-standing-accepted = affidata al server di posta
delivery-standing-refused = rifiutata
delivery-standing-paused = non inviata, l’indirizzo è in pausa
delivery-standing-delayed = in ritardo, il suo server continua a provare
delivery-standing-bounced = non consegnata
delivery-standing-delivered = consegnata
delivery-standing-relayed = passata a un server che non dice se la consegna
delivery-standing-expanded = consegnata e distribuita a più persone
delivery-standing-read = aperta
delivery-standing-unknown = forse inviata, forse no: la connessione è caduta alla fine
delivery-claimed = una notifica che chiunque può aver scritto dice: { $standing }
delivery-status-reply-unknown = A quel messaggio non corrisponde nessuna nostra e-mail.
delivery-not-handed = Non ancora inviata a { $address }: il nostro server di posta al momento non può accettarla. Mailroom riprova da solo. ({ $words })
delivery-passed = Un messaggio successivo di questa conversazione parte ora prima di questo: il server di posta non ha ancora accettato questo. Mailroom riprova da solo.
delivery-unseen = Questo non è ancora stato inviato: il server Matrix al momento non mi lascia leggere questa stanza, quindi non posso vedere se lo ha modificato o cancellato. Continuo a provare; viene inviato appena ho potuto guardare.
delivery-unproven = Nulla prova che questa notifica venga da un server di posta: può averla scritta chiunque abbia l’e-mail. Perciò non ha cambiato nulla.
delivery-paused-now = Non si invia più nulla a { $address } finché qualcuno non scrive !mail unpause { $address }
delivery-paused-since = Non si invia nulla a { $address } dal { $date }: { $why } !mail unpause { $address } riprova.
delivery-paused-since-without-why = Non si invia nulla a { $address } dal { $date }. !mail unpause { $address } riprova.
delivery-left-out = { $address } è escluso da questa e-mail e dalle prossime di qui: lì non si invia nulla dal { $date }. { $why } Se l’indirizzo è di nuovo buono, !mail unpause { $address } invia lì ciò che qui è stato trattenuto, e le prossime e-mail.
delivery-left-out-without-why = { $address } è escluso da questa e-mail e dalle prossime di qui: lì non si invia nulla dal { $date }. Se l’indirizzo è di nuovo buono, !mail unpause { $address } invia lì ciò che qui è stato trattenuto, e le prossime e-mail.
delivery-others-get-it = Gli altri ricevono questa e-mail; ✔️ su di essa riguarda loro. Lo dico una volta sola in questa stanza.
delivery-nobody-left = Quindi nessuno riceve questo messaggio: non viene inviato. Parte dopo quel comando. Per scrivere a un altro indirizzo, lo stabilisca con !mail to INDIRIZZO e lo dica di nuovo.
delivery-unpaused =
    { $mails ->
        [0] Si invia di nuovo a { $address }.
        [one] Si invia di nuovo a { $address }. Un’e-mail che lo attendeva parte ora.
       *[other] Si invia di nuovo a { $address }. { $mails } e-mail che lo attendevano partono ora.
    }
delivery-not-paused = Nulla da fare: a { $address } si invia come sempre.
delivery-no-address = Non è un indirizzo e-mail. Si usa così: !mail unpause bob@example.org
brakes-stopped = Fermato: non è stato inviato. { $why }
brakes-why-came-back = L’e-mail a cui risponde è già passata da questa casella.
brakes-why-repeated = Risponde a un’e-mail entro un minuto, e le stesse parole sono tornate più volte.
brakes-why-rate = Risponde entro un minuto a un’e-mail che sembra rispondere a noi, e così hanno fatto diverse risposte precedenti, come quando due macchine si rispondono.
brakes-why-first = Risponde entro dieci secondi a un’e-mail che inizia una conversazione. Così hanno fatto diverse risposte precedenti allo stesso mittente, e poco dopo ciascuna è arrivata una nuova e-mail, come quando due macchine si rispondono.
brakes-why-stopped = In questa conversazione è già stata fermata una risposta, e lo sono anche le successive che arrivano entro un minuto.
brakes-why-received = L’e-mail a cui risponde è passata da troppi server.
brakes-why-steady = Questa conversazione ha avuto in un’ora o in un giorno più risposte di quante ne scrivano le persone.
brakes-stopped-how = L’ha scritto una persona? La reazione ✅ a questo messaggio (o !mail brake reset) lo invia insieme a ciò che attende; ❌ lo scarta.
brakes-slow-passes = Le risposte che richiedono più di un minuto partono come sempre.
brakes-released =
    { $count ->
        [0] Liberato; non attendeva nulla.
        [one] Liberato: parte un’e-mail.
       *[other] Liberato: partono { $count } e-mail.
    }
brakes-cancelled =
    { $count ->
        [one] Scartato: un’e-mail non parte.
       *[other] Scartato: { $count } e-mail non partono.
    }
brakes-none = Qui non è fermato nulla.
brakes-thread =
    { $mails ->
        [one] Fermato dal { $since }: «{ $subject }», attende un’e-mail
       *[other] Fermato dal { $since }: «{ $subject }», attendono { $mails } e-mail
    }
brakes-reset-how = Scriva !mail brake reset nella stanza della conversazione per inviarle.
brakes-tripped-volume = ⚠ Tutta la posta in uscita è ferma: { $count } e-mail in dieci minuti sono più di quante se ne scrivano qui.
brakes-tripped-refusals = ⚠ Tutta la posta in uscita è ferma: in dieci minuti sono state rifiutate { $count } e-mail, la maggior parte di quelle inviate.
brakes-tripped-how = Nulla va perso: le e-mail attendono. Cerchi che cosa invia così tanto, poi scriva !mail breaker reset (o esegua «mailroom breaker reset»); allora partono.
brakes-open = Tutta la posta in uscita è ferma dal { $since }; e-mail in attesa: { $waiting }.
brakes-closed = La posta in uscita non è ferma: { $sent } e-mail negli ultimi dieci minuti.
brakes-reset = La posta in uscita non è più ferma (lo ha detto { $by }); e-mail in attesa che partono ora: { $waiting }.
brakes-not-open = La posta in uscita non è ferma.
helpdesk-span-minute =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
helpdesk-claimed = Ora si occupa Lei di questa conversazione.
helpdesk-had-by = { $name } si occupa di questa conversazione. Per darla a qualcun altro, scriva !mail assign e il suo nome.
helpdesk-had-by-invited = { $name } si occupa di questa conversazione, e Lei ha un invito nella sua stanza. Per darla a qualcun altro, scriva !mail assign e il suo nome.
helpdesk-had-already = Lei si occupa già di questa conversazione.
helpdesk-unclaimed = Ora nessuno si occupa di questa conversazione. !mail claim o la reazione 👀 la prende.
helpdesk-gave-back = { $name } ha lasciato la stanza. Ora nessuno si occupa di questa conversazione.
helpdesk-declined = { $name } ha rifiutato l’invito. Ora nessuno si occupa di questa conversazione.
entry-crowded = In un giorno sono arrivate più di { $count } nuove conversazioni. D’ora in poi nessuno viene invitato in ogni nuova stanza.
entry-crowded-how = La posta in arrivo ha una riga per ciascuna. 👀 su una riga, o !mail claim con il suo link, prende la conversazione e La invita nella sua stanza. Quando è chiusa, Lei esce dalla stanza; può tornare in ogni momento, dallo spazio o con 👀 sulla sua riga.
entry-crowded-back = invite: everyone nella configurazione ripristina gli inviti.
entry-done = Questa conversazione è chiusa. Può tornare dallo spazio.
entry-claim-which = Quale conversazione? Risponda alla sua riga nella posta in arrivo con !mail claim, o dia il link alla sua stanza: !mail claim LINK.
helpdesk-nobody-has-it = Nulla da fare: nessuno si occupava di questa conversazione.
helpdesk-assigned = { $name } ora si occupa di questa conversazione.
helpdesk-assigned-to-you = { $by } Le ha affidato questa conversazione.
helpdesk-not-found = Nessuno del team si chiama «{ $text }», oppure si chiamano così in più. Scriva il nome Matrix intero, per esempio @nome:server.
helpdesk-claim-lapsed = { $name } non ha risposto in tempo, quindi ora nessuno si occupa di questa conversazione. !mail claim o la reazione 👀 la prende.
helpdesk-is-answering = { $name } sta rispondendo qui in questo momento.
helpdesk-has-it = { $name } si occupa di questa conversazione.
helpdesk-still-goes = La sua risposta parte comunque; ❌ su di essa la ferma.
helpdesk-came-meanwhile = Una nuova e-mail di { $from } è arrivata prima che questo partisse. Il suo messaggio parte comunque, un po’ più tardi; ❌ su di esso lo ferma.
helpdesk-same-by-you = Ha appena scritto la stessa cosa.
helpdesk-same-by = { $name } ha appena scritto la stessa cosa.
helpdesk-same-how = Non parte una seconda volta se Lei non vuole: reagisca con ✅ per inviarlo comunque, con ❌ per lasciarlo.
helpdesk-to-colleague = Comincia con il nome di qualcuno del team, perciò non viene inviato. È per le persone fuori? Reagisca con ✅ per inviarlo (senza il nome); con ❌, o senza risposta, resta in questa stanza. «!note …» e «!reply …» lo dicono in anticipo.
helpdesk-same-dropped = Non inviato: resta in questa stanza.
helpdesk-mailed-already = Troppo tardi: è già stato inviato e non si può richiamare. Per correggerlo, risponda a questo messaggio; la sua risposta va alle stesse persone.
helpdesk-mailed-under-way = Troppo tardi: non si può più modificare né richiamare. Il messaggio è scritto, anche se il server di posta non lo ha ancora accettato per tutti; si riprova. Per correggerlo, risponda a questo messaggio; la sua risposta va alle stesse persone.
helpdesk-done = Fatto. La stanza esce dall’elenco delle conversazioni aperte; una nuova e-mail la riporta.
helpdesk-done-already = Questa conversazione è già chiusa.
helpdesk-reopened = Questa conversazione è di nuovo aperta.
helpdesk-open-already = Questa conversazione è già aperta.
helpdesk-snoozed = Rimandata fino a { $until }, o finché non arriva un’e-mail.
helpdesk-snooze-how = Fino a quando? Per esempio: !mail snooze 4h, !mail snooze domani 9:00, !mail snooze lun, !mail snooze 2026-12-01. Al massimo un anno.
helpdesk-today = oggi
helpdesk-tomorrow = domani
helpdesk-awake = Il tempo è scaduto: questa conversazione, che era stata rimandata, è di nuovo aperta.
helpdesk-list-of-all = Aperte
helpdesk-list-of-mine = Aperte, le sue
helpdesk-list-of-unclaimed = Aperte, libere
helpdesk-list-of-us = Attendono noi
helpdesk-list-of-them = Attendiamo altri
helpdesk-list-of-snoozed = Rimandate
helpdesk-list-of-done = Chiuse
helpdesk-nothing = nessuna
helpdesk-page-of = pagina { $page } di { $pages }
helpdesk-next-page = Altro: { $command }
helpdesk-no-subject = (senza oggetto)
helpdesk-waits-us = ci attende da { $span }
helpdesk-waits-them = attendiamo da { $span }
helpdesk-waits-nobody = da { $span }
helpdesk-turn-us = ci attende dal { $date }
helpdesk-turn-them = attendiamo dal { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = libera
helpdesk-list-how = «{ $word }» non è un elenco, né un suo account, né una pagina. Si usa così: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } conversazione aperta
       *[other] { $total } conversazioni aperte
    }
helpdesk-and-more =
    { $count ->
        [one] e un’altra: !mail list
       *[other] e altre { $count }: !mail list
    }
helpdesk-overview-enter = 👀 sulla sua riga nella posta in arrivo, o !mail claim con il suo link, prende una conversazione e La invita nella sua stanza.
helpdesk-remind-you = questa conversazione attende una risposta da { $span }.
helpdesk-remind-team = Queste conversazioni attendono una risposta e nessuno se ne occupa (la reazione 👀 nella stanza ne prende una):
team-asked =
    { $count ->
        [one] ⚠ Secondo la configurazione { $names } non fa più parte di questo team e qui non può più fare nulla.
       *[other] ⚠ Secondo la configurazione { $count } persone non fanno più parte di questo team e qui non possono più fare nulla: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Non avevano nessuna conversazione.
        [one] Una conversazione che avevano ora non è di nessuno.
       *[other] { $claims } conversazioni che avevano ora non sono di nessuno.
    }
team-asked-rooms =
    { $rooms ->
        [one] Sono ancora in una stanza di questo account.
       *[other] Sono ancora in { $rooms } stanze di questo account.
    }
team-asked-how = Così tante persone insieme possono essere un errore, perciò nessuno viene tolto dalle stanze senza che qualcuno lo dica: ✅ le toglie dallo spazio e dalle sue stanze, ❌ le lascia lì senza diritti. Se è stato un errore, le rimetta nel team nella configurazione; allora non succede altro.
team-begun = { $names }: non più in questo team. È iniziata la rimozione dalle stanze (in tutto { $rooms }); ci vuole un po’.
team-progress = Le stanze seguono il team: fatte { $done } su { $rooms }.
team-left = { $name } non fa più parte del team: { $rooms ->
        [one] rimozione da una stanza
       *[other] rimozione da { $rooms } stanze
    }, { $claims ->
        [one] una conversazione restituita
       *[other] { $claims } conversazioni restituite
    }.
team-joined = { $name } ora fa parte del team: invito in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }, diritti di moderazione in { $levels }.
team-refused =
    { $rooms ->
        [one] In una stanza il server Matrix non mi ha lasciato fare tutto; il registro la indica.
       *[other] In { $rooms } stanze il server Matrix non mi ha lasciato fare tutto; il registro le indica.
    }
team-let-leave = { $names }: la rimozione da { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    } comincia ora. Qui si dirà quando è finita.
team-let-stay = { $names }: ancora nelle stanze, senza diritti. Chi modera una stanza può ancora togliere queste persone da lì.
team-reason = Lei non fa più parte del team di { $account }.
team-nobody-leaves = Nelle stanze non c’è più nessuno che non faccia parte del team.
team-nobody-waits = Nessuno attende che si decida se toglierlo dalle stanze.
team-waits = { $name }: non più nel team dal { $since }, ancora in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }; «team leave» toglie chi attende, «team stay» lo lascia lì.
team-leaves = { $name }: non più nel team dal { $since }, rimozione da { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    } in corso.
together-draft = Una bozza di { $name }. Parte quando qualcun altro che può inviare e-mail reagisce a questo messaggio con ✅; ❌ la ritira.
together-draft-changed = Questa bozza è stata cambiata: un ✅ precedente non conta più.
together-draft-by = Il suo testo ora è di { $name }.
together-who-can = Il ✅ può venire da { $people }.
together-nobody-can = Nessun altro del gruppo può inviare e-mail: chieda agli amministratori di Mailroom.
together-files = Allegati: { $files }
together-more = Altri { $count } caratteri non sono mostrati qui; stanno nei messaggi qui sopra.
together-yes = { $name } dice di sì: parte fra { $seconds } secondi. Togliere il ✅, o qualsiasi modifica, la ferma.
together-yes-later = { $name } dice di sì: parte alle { $time }. Togliere il ✅, o qualsiasi modifica, la ferma.
together-yes-gone = Il ✅ è stato tolto: la bozza aspetta di nuovo.
together-yes-own = Il suo ✅ non conta su ciò che ha scritto lei: deve guardarlo qualcun altro.
together-yes-may-not = Il suo ✅ non conta: qui non può inviare e-mail.
together-yes-old = Il suo ✅ non conta qui. Va messo sul mio messaggio più recente su questa bozza, che mostra ciò che parte.
together-yes-nobody = Il suo ✅ non conta ancora: nessuno riceverebbe questa e-mail. !mail to dice chi la riceve.
together-left = È già partita, o è stata ritirata.
together-draft-none = Qui non aspetta nessuna bozza. Scriva !mail draft e il nuovo testo in risposta al mio messaggio che la mostra.
together-draft-several = Qui aspettano più bozze: lo scriva in risposta al mio messaggio su quella che intende.
together-draft-set = La bozza ora ha questo testo. Il mio prossimo messaggio la mostra e chiede un nuovo ✅.
together-at = Questo parte alle { $time }, a { $people }. Fino ad allora può modificarlo o cancellarlo, ❌ lo ferma, e !mail send now lo invia subito.
together-at-yes = Aspetta inoltre il ✅ di qualcun altro: senza, a quell’ora non parte nulla.
together-now = Parte fra { $seconds } secondi.
together-now-yes = Parte quando qualcun altro reagisce con ✅ al mio messaggio su di esso.
together-at-how = Quando? Per esempio: !mail send at 8:00, !mail send at domani 9:00, !mail send at lun, !mail send at 2026-12-01. Al massimo con un anno di anticipo.
together-nothing-held = Qui non c’è nulla di suo che aspetti di essere inviato. Scriva il messaggio e poi !mail send at 8:00 finché si può ancora ritirare; oppure lo scriva in risposta a un messaggio che aspetta.
together-answers = Risposte pronte: { $names }. !mail answer e il nome ne invia una.
together-answers-none = Per questo account non ci sono risposte pronte: chi gestisce Mailroom può scriverne.
together-answer-unknown = Non c’è nessuna risposta pronta «{ $name }».
together-answer-shown = { $name }, con la risposta pronta «{ $answer }»:
together-came = È arrivata una nuova e-mail da { $from } prima che questo partisse. Aspetta ancora; ❌ lo ferma.
permissions-may-not-read = Qui non può usare Mailroom.
permissions-may-not-draft = Qui non può scrivere bozze.
permissions-may-not-answer = Qui non può rispondere via e-mail: ciò che scrive resta in questa stanza.
permissions-may-not-compose = Qui non può iniziare conversazioni.
permissions-may-not-outside = Non può scrivere a persone che non partecipano a questa conversazione.
permissions-may-not-invite = Qui non può invitare persone che partecipano per e-mail.
permissions-may-not-source = Qui non può vederlo.
permissions-may-not-release = Qui non può deciderlo.
permissions-may-not-manage = Non può gestire gli account.
permissions-takes = Serve il permesso «{ $level }».
permissions-ask-team = Lo chieda a { $people };
permissions-ask-admins = può darglielo { $people }.
permissions-ask-any-admin = può darglielo l’amministrazione di Mailroom.
permissions-quota-reached = Ha scritto { $mails } e-mail in 24 ore, quante ne può scrivere una persona.
permissions-quota-waits = Questa non va persa: attende e parte alle { $time }. Fino ad allora può ritirarla con ❌.
operations-state-stopped = fermo
operations-state-connecting = si sta connettendo
operations-state-catching-up = si sta aggiornando
operations-state-connected = connesso
operations-state-transient = non raggiungibile, si riprova
operations-state-bad-credentials = accesso rifiutato, deve intervenire l’amministrazione
operations-way-out = invio: { $state }
operations-way-out-untried = non ancora provato
operations-way-out-ready = funziona
operations-way-out-transient = non funziona, si riprova
operations-way-out-bad-credentials = accesso rifiutato, deve intervenire l’amministrazione
operations-since = dal { $time }
operations-because = ({ $reason })
operations-why-login-refused = il server di posta dice che la password è sbagliata
operations-why-login-unexplained = il server di posta rifiuta l’accesso e non dice perché
operations-why-mailbox-missing = quella cartella non esiste
operations-why-mailbox-unavailable = queste cartelle non si possono leggere
operations-why-mail-unannounced = il server di posta non annuncia lì la posta nuova, perciò arriva tardi
operations-why-no-room = qui non c’è spazio per la posta
operations-why-no-secret = la sua password manca o qui non si apre
operations-why-oauth2-refused = il server che dà l’accesso (oauth2) lo rifiuta
operations-why-oauth2-away = il server che dà l’accesso (oauth2) non è raggiungibile o non risponde come dovrebbe
operations-why-other = il server di posta non è raggiungibile o non risponde come dovrebbe
operations-last-mail = ultima e-mail { $time }
operations-no-mail-yet = ancora nessuna e-mail
operations-retry-at = nuovo tentativo { $time }
account-none = Tutti gli account sono nel file di configurazione.
account-served = { $account }: in uso
account-waits = { $account }: attende – { $why }
account-left-out = { $account }: lasciato fuori – { $why }
account-leaving = { $account }: viene tolto con tutto ciò che ne esiste
account-added = { $account } è aggiunto e attende la sua password: la si dà con «mailroom ctl account change { $account } --password-file FILE» sulla macchina, mai in una chat.
account-changed = { $account } è cambiato.
account-removed = { $account } è tolto. Le sue conversazioni restano come sono.
account-purged = { $account } è tolto, con tutto ciò che ne esiste.
account-refused = Non è stato cambiato nulla: { $why }
account-key = «{ $account }» non può essere la chiave di un account: lettere minuscole, cifre e trattini.
account-no-secret = Una password non va scritta in una chat. Cancelli quel messaggio e, se lo era, la cambi presso il server di posta. La dia con «mailroom ctl account change { $account } --password-file FILE» sulla macchina, o nella pagina di accesso, dove c’è.
operations-connecting-now = { $accounts }: connessione in corso; «accounts» mostra com’è andata.
operations-all-connected = Nulla da fare: già connesso.
operations-no-accounts = Non c’è nessun account del cui team faccia parte.
operations-which-account = Quale account? { $known }
operations-nothing-waits = nulla in attesa
operations-held = { $count } ancora modificabili
operations-leaving = { $count } in partenza
operations-deferred = { $count } non ancora accettate da un server di posta, si riprova da soli
operations-failed = { $count } non consegnabili
operations-jobs = { $queue }: { $waiting } in attesa, il più vecchio da { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantena
operations-queue-mail-in = e-mail arrivate
operations-queue-matrix-send = messaggi da mostrare nelle stanze
operations-queue-event-in = messaggi e reazioni delle stanze
operations-queue-mail-out = e-mail da inviare
operations-queue-mail-sent = copie per la cartella Inviata
operations-queue-notice-out = e-mail che annunciano un rifiuto al mittente
operations-queue-guest-mail = e-mail agli ospiti con ciò che è stato detto
operations-queue-desk = ordine, nomi e panoramica delle stanze
operations-queue-member-act = persone da invitare nelle stanze o da toglierne
operations-quarantine-empty = Nulla è in quarantena.
operations-quarantine-count = In quarantena: { $total }
operations-quarantine-count-latest = In quarantena: { $total }, gli ultimi { $shown }:
operations-unread-mail = un’e-mail della cartella { $mailbox } che non è stato possibile leggere
operations-stopped-job = un lavoro fallito troppe volte: { $queue }
operations-reason = Motivo: { $text }
operations-size = Dimensione: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } non è in quarantena.
operations-retried = { $number }: si riprova.
operations-quarantine-how = { $show } dice di più, { $retry } riprova.
operations-not-alone = In questa chat ci sono altre persone, perciò qui non dico nulla degli account. Si prega di iniziarne una da soli con me.
operations-encrypted = Questa chat è cifrata e non posso leggerla. Si prega di iniziarne una senza cifratura.
operations-withheld = ⚠ Il server di posta elenca un’e-mail nella cartella { $mailbox } ma non la consegna: da { $sender }, «{ $subject }». Mailroom riprova da solo e la mostra appena la riceve. Fino ad allora la guardi in un programma di posta. { $show } dice di più.
operations-sender-unknown = qualcuno che non nomina
operations-withheld-mail = un’e-mail della cartella { $mailbox } che il server di posta non consegna
operations-from = Da: { $sender }
operations-subject = Oggetto: { $subject }
operations-trouble = ⚠ Mailroom non raggiunge la casella dal { $time }, perciò qui non arriva posta nuova. Nulla va perso: attende nella casella e arriva appena il server di posta risponde. Mailroom riprova da solo.
operations-stopped = ⚠ Mailroom non segue questa casella dal { $time }, perciò qui non arriva posta nuova. Nulla va perso: attende nella casella. Si prega di avvisare chi gestisce Mailroom.
operations-unread = ⚠ Mailroom non riesce a leggere { $folders } dal { $time }: il server di posta dice che quella cartella non esiste o che non si può aprire. La posta che contiene non va persa, ma qui nessuno la vede. L’amministrazione deve controllare il nome nella configurazione (imap.mailboxes) e che cosa può leggere l’utente.
operations-unannounced = ⚠ Il server di posta non annuncia posta nuova in { $folders } dal { $time }: la si trova solo quando Mailroom guarda da solo, quindi arriva tardi. Nulla va perso. Chi gestisce Mailroom può chiedere di IMAP IDLE a chi gestisce il server di posta, o ridurre times.poll nella configurazione.
operations-well = Dal { $time } con la casella va di nuovo tutto bene: la posta nuova arriva come al solito, e quella che attendeva arriva ora.
operations-no-rooms = ⚠ Il server Matrix non crea nuove stanze per Mailroom dal { $time }, perciò le nuove conversazioni non appaiono. Nulla va perso: le loro e-mail attendono e appaiono appena crea di nuovo stanze. Si prega di avvisare chi gestisce Mailroom: «mailroom check» dice perché.
operations-rooms-again = Il server Matrix crea di nuovo stanze: le conversazioni che attendevano dal { $time } appaiono ora.
operations-full-database = ⚠ La posta non viene prelevata: il database ha raggiunto la dimensione consentita. Nulla va perso, la posta resta nella casella; sarà prelevata quando ci sarà spazio. Si prega di avvisare chi gestisce Mailroom.
operations-full-disk = ⚠ La posta non viene prelevata: il disco del database è quasi pieno. Nulla va perso, la posta resta nella casella; sarà prelevata quando ci sarà spazio. Si prega di avvisare chi gestisce Mailroom.
operations-room-again = C’è di nuovo spazio: la posta viene prelevata come al solito, e quella che attendeva arriva ora.
reload-refused = Il file di configurazione contiene errori, perciò non è stato cambiato nulla. Lo corregga qui, poi lo ricarichi:
reload-taken =
    { $count ->
        [1] L’unico processo in funzione ha riletto la configurazione.
       *[other] { $count } processi hanno riletto la configurazione.
    }
reload-nobody = Il file di configurazione è corretto. Mailroom non è in funzione, quindi non è stato ricaricato nulla: il file viene letto al prossimo avvio.
reload-nothing = Nulla in esso differisce da ciò che era in uso.
reload-added = Account aggiunti: { $accounts }
reload-removed = ⚠ Account tolti: { $accounts }. Per essi non entra né esce più posta. Se è stato un errore, li rimetta nel file e lo ricarichi.
reload-changed = Cambiato per { $account }: { $fields }
reload-members-added = Nuovi nel team di { $account }: { $people }
reload-members-removed = Non più nel team di { $account }: { $people }
reload-settings = Cambiato per tutti gli account: { $fields }
reload-needs-restart = ⚠ Anche questo è cambiato nel file, ma Mailroom continua con i valori precedenti finché non viene riavviato: { $fields }
reload-process-waiting = ⚠ { $process } non ha ancora letto la configurazione. Fino ad allora tutti possono fare solo ciò che permettono sia la vecchia sia la nuova. Se è bloccato, lo riavvii.
reload-process-differs = ⚠ { $process } ha letto la sua configurazione, ma il suo file non è quello che è stato controllato. Finché non dicono la stessa cosa, tutti possono fare solo ciò che entrambi permettono.
reload-process-refused = ⚠ { $process } continua con la configurazione precedente, perché il suo file contiene errori. Lo corregga lì, poi lo ricarichi:
commands-note = un messaggio solo per questa stanza; non viene mai inviato
commands-hold-hint = Finché un messaggio non è partito, può modificarlo, eliminarlo o fermarlo con la reazione ❌.
commands-unknown = Il comando «{ $name }» non esiste.
commands-did-you-mean = Intendeva { $usage }?
commands-see-help = !mail help mostra tutti i comandi.
commands-wrong-use = Si usa così: { $usage }
commands-goes-to = Il suo prossimo messaggio va a:
commands-this-goes-to = Questo va a:
commands-cc = Copia
commands-nobody = Nessuno riceverebbe una risposta: nessuna e-mail di questa conversazione ha un indirizzo esterno. Aggiunga qualcuno con !mail to name@example.org
commands-why-reply = perché risponde al messaggio di { $address }
commands-why-latest = perché l’ultima e-mail è venuta da { $address }; risponda a un altro messaggio per rispondere a quello
commands-why-bcc = solo al mittente, { $address }, perché quell’e-mail ci è arrivata in copia nascosta
commands-why-same = perché hanno ricevuto il messaggio che questo segue
commands-reply-to-used = Il mittente ha chiesto le risposte a un indirizzo diverso dal proprio.
commands-account = Account { $address }:
commands-account-state-ready = connesso
commands-account-state-connecting = si sta connettendo
commands-account-state-stopped = fermo, deve intervenire l’amministrazione
commands-open-mail =
    { $seconds ->
        [one] Un’e-mail attende ancora { $seconds } secondo e si può ancora modificare.
       *[other] Un’e-mail attende ancora { $seconds } secondi e si può ancora modificare.
    }
commands-waiting-mails =
    { $count ->
        [one] Un’e-mail attende di essere inviata.
       *[other] { $count } e-mail attendono di essere inviate.
    }
commands-failed-mails =
    { $count ->
        [one] Non è stato possibile consegnare un’e-mail.
       *[other] Non è stato possibile consegnare { $count } e-mail.
    }
commands-nothing-waits = Nulla attende di essere inviato.
commands-last-sent = L’ultima e-mail è partita alle { $time }.
commands-retrying =
    { $count ->
        [one] Si riprova con un’e-mail.
       *[other] Si riprova con { $count } e-mail.
    }
commands-nothing-to-retry = Non c’è nulla da riprovare.
commands-refused = Non consegnata a { $address }. Il suo server dice: { $words }
commands-deferred = Non ancora consegnata a { $address }; Mailroom riprova da solo. Il suo server dice: { $words }
commands-gave-up = Non consegnata a { $address } dopo molti tentativi. L’ultima risposta è stata: { $words }
commands-not-sent = Questo messaggio non è stato inviato: { $words }
commands-unknown-outcome = La connessione è caduta mentre lo si affidava al server di posta: può essere stato inviato oppure no.
commands-unknown-resent = Viene inviato un’altra volta fra qualche minuto, con la stessa identità, perché i programmi di posta lo mostrino una volta sola.
commands-unknown-held = Non viene inviato di nuovo da solo; !mail retry lo invia un’altra volta.
commands-too-large = Questo messaggio non è stato inviato: come e-mail è di { $size }, e il nostro server di posta accetta al massimo { $limit }. In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
commands-too-large-without-limit = Questo messaggio non è stato inviato: con { $size } è troppo grande per il nostro server di posta, che non dice quanto accetta. In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
commands-utf8-missing = Questo messaggio non è stato inviato: uno degli indirizzi ha lettere che il server di posta non accetta, come à o é.
commands-already-mailed = Troppo tardi: è già stato inviato. La modifica resta in questa stanza.
commands-encrypted-not-mailed = Questo messaggio è cifrato: non posso leggerlo, e non è stato inviato. Si prega di scriverlo senza cifratura.
commands-intro-thread = Ciò che si scrive in questa stanza parte come e-mail. Questi comandi no:
commands-intro-lobby = Nulla di ciò che si scrive in questa stanza viene inviato. Capisco questi comandi:
commands-intro-inbox = Ogni nuova conversazione è qui una riga; nulla di ciò che si scrive in questa stanza viene inviato. Capisco questi comandi:
commands-intro-management = Buongiorno, sono Mailroom. Nulla di ciò che si scrive qui viene inviato. Capisco:
commands-more = { $usage } dice di più su uno di essi.
commands-example = Esempio: { $text }
commands-place-thread = nella stanza di una conversazione
commands-place-lobby = nella stanza «Moderazione» di un account
commands-place-inbox = nella posta in arrivo di un account
commands-place-management = in una chat diretta con me
commands-elsewhere = «{ $name }» non si può usare in questa stanza. Lo usi { $places }.
commands-or = o
language-name-en = inglese
language-name-de = tedesco
language-name-es = spagnolo
language-name-fr = francese
language-name-it = italiano
language-name-nl = olandese
language-name-pl = polacco
language-name-pt = portoghese
language-listed-unreviewed = { $language } ({ $tag }, non ancora rivisto)
language-unreviewed = Questi testi non sono ancora stati rivisti da una persona di madrelingua. Le correzioni sono benvenute.
language-is = Riceve le risposte in { $language }.
language-set = D’ora in poi riceve le risposte in { $language }.
language-unknown = Parlo { $known }.
zone-is = Le dico gli orari in { $zone }. Lì ora sono le { $time }.
zone-is-account = Non ha scelto nessun fuso orario, perciò Le dico gli orari in quello dell’account, { $zone }. Lì ora sono le { $time }.
zone-set = D’ora in poi Le dico gli orari in { $zone }. Lì ora sono le { $time }. È ciò che segna il suo orologio?
zone-as-account = D’ora in poi Le dico gli orari nel fuso orario dell’account.
zone-unknown = Non conosco nessun fuso orario «{ $text }».
zone-meant = Intendeva { $zones }?
zone-how = Per sceglierne un altro, indichi regione e luogo: !mail zone Europe/Berlin. !mail zone account torna a quello dell’account.
ping-way = Questa risposta ha richiesto { $whole }: { $before } finché il suo messaggio è arrivato qui dal server Matrix, { $here } fino alla risposta.
ping-here = Questa risposta ha richiesto { $here } da quando il suo messaggio è arrivato qui. Non si può dire quanto ci ha messo ad arrivare: l’orologio del server Matrix differisce troppo dal nostro.
ping-too-long = Non si può dire quanto ha richiesto questa risposta: il suo messaggio ha atteso qui più di un giorno, o nel frattempo l’orologio è stato regolato.
source-reply-to = Scriva !mail source come risposta al messaggio di cui vuole l’originale.
source-unknown = A quel messaggio non corrisponde nessuna e-mail.
source-gone = L’originale di quell’e-mail non è (o non è più) conservato qui; lo cerchi nella casella. La sua somma di controllo (SHA-256) era { $hash }.
source-gone-without-hash = L’originale di quell’e-mail non è (o non è più) conservato qui; lo cerchi nella casella.
search-nothing = Non è stato trovato nulla.
search-found = Trovati: { $count }
search-found-more = Trovati: più di { $count }
search-reading = La posta più vecchia è ancora in lettura ({ $percent } % finora): non si trova ancora tutta.
search-nothing-asked = Dica che cosa cercare: parole, oppure from:bob to:alice subject:lampada has:pdf in:support after:2019 before:2020-06. Le parole tra virgolette stanno insieme; -parola non compare; lam* è l’inizio di una parola.
search-needs-person = «{ $word }» richiede un nome o un indirizzo, come from:bob o from:bob@example.org
search-needs-words = «{ $word }» richiede parole, come subject:lampada
search-needs-date = «{ $word }» richiede un anno, un mese o un giorno, come after:2019, after:2019-03 o before:2019-03-14
search-needs-kind = «{ $word }» richiede un tipo di file, come has:file, has:pdf, has:image o has:docx
search-needs-place = «{ $word }» richiede un account o una cartella; i suoi sono: { $known }
search-too-much = È troppo in una volta: al massimo { $most } parole e condizioni.
help-brake = mostra quali risposte sono fermate perché sembra che delle macchine si rispondano; «reset» le invia
help-breaker = mostra se tutta la posta in uscita è ferma; «reset» lo termina
help-list = elenca le conversazioni aperte: all (tutte), mine (le sue), unclaimed (libere), us (attendono noi), them (attendiamo), snoozed (rimandate) o done (chiuse)
help-claim = prende questa conversazione, così gli altri vedono che se ne occupa Lei; anche la reazione 👀
help-unclaim = restituisce questa conversazione
help-assign = dà questa conversazione a qualcuno del team
help-done = chiude questa conversazione; anche la reazione ✅. Una nuova e-mail la riapre
help-reopen = riapre questa conversazione
help-snooze = rimanda questa conversazione per un certo tempo (4h, 3d) o fino a un giorno (domani 9:00, lun, 2026-12-01)
help-send = quando parte il suo messaggio che aspetta: send at 8:00, send at lun; send now lo invia subito
help-draft = dà un nuovo testo a una bozza che aspetta un ✅, chiunque l’abbia scritta
help-answer = invia una risposta pronta a suo nome; senza nome le elenca tutte
help-compose = inizia una conversazione in una stanza propria; ciò che manca viene chiesto; le righe seguenti sono la sua prima e-mail
help-forward = manda un’e-mail a qualcuno fuori, volendo con qualche parola; le risposte arrivano in una stanza propria
help-cancel = termina le mie domande su una nuova conversazione; non ne viene iniziata nessuna
help-to = chi riceve il suo prossimo messaggio, e perché; +indirizzo aggiunge, -indirizzo toglie, gli indirizzi da soli sono il nuovo elenco
help-cc = chi riceve le copie; si cambia allo stesso modo
help-bcc = chi lo riceve senza che nessun altro lo veda; si cambia allo stesso modo
help-from = da quale indirizzo dell’account si scrive questa conversazione
help-subject = l’oggetto delle e-mail seguenti
help-reply-to-sender = le risposte vanno solo al mittente di ciò a cui si risponde; off: di nuovo a tutti. Per un solo messaggio: !sender TESTO
help-block = di chi non si mostra la posta, nell’account o in questa stanza («here»); come risposta a un messaggio: il suo mittente, in questa stanza
help-allow = chi partecipa senza che si chieda; come risposta a un messaggio: il suo mittente, in questa stanza
help-rules = mostra chi può partecipare e quante e-mail non sono state mostrate; «drop» toglie una regola
help-entry = mostra o stabilisce se in questa stanza può partecipare chiunque risponda e sia verificato
help-invite = invita qualcuno con il suo indirizzo a partecipare a questa stanza per e-mail; «last» con un numero gli invia altrettanti degli ultimi messaggi
help-uninvite = termina la partecipazione di qualcuno a questa stanza per e-mail
help-guests = mostra chi legge questa stanza per e-mail. Cambia ciò che ne dice: «answer» o «invitation» (da quando ricevono ciò che si dice), «now», «hourly» o «daily», «verified» o «unverified»
help-move = come risposta a un messaggio: lo mette, con ciò che gli risponde, nella conversazione di un’altra stanza
help-split = come risposta a un messaggio: ne fa, con tutto ciò che è venuto dopo, una conversazione a parte
help-merge = mette tutta questa conversazione in quella di un’altra stanza
help-help = mostra questo elenco
help-status = mostra come sta l’account e fin dove sono arrivate le e-mail di questa stanza
help-retry = riprova ciò che non è stato possibile consegnare; come risposta a un messaggio: solo quello
help-unpause = invia di nuovo a un indirizzo a cui non è stato possibile consegnare un’e-mail
help-search = trova mail e risposte dalle loro parole, anche nei file: from:bob to:alice subject:lampada has:pdf in:support after:2019 before:2020-06, «parole tra virgolette», -parola, page 2
help-source = come risposta a un messaggio: mette qui la sua e-mail originale come file
help-why = come risposta a un messaggio: perché la sua e-mail è in questa conversazione, e come è stato verificato il mittente
help-accept = come risposta al messaggio su un’e-mail sospetta: la mostra nella sua conversazione
help-refuse = come risposta al messaggio su un’e-mail sospetta: la lascia fuori
help-overflow = mostra le e-mail che attendono perché da fuori ne sono arrivate troppe; «let-in» le fa entrare, «discard» le lascia fuori
help-old = mostra la vecchia posta arrivata in quantità e in attesa; «quietly» e «as-new» la fanno entrare, «leave» la lascia nella casella
help-account = mostra gli account aggiunti durante il funzionamento; «add», «change» e «remove» lo fanno, solo le password si danno altrove
help-accounts = mostra come sta ciascuno dei suoi account: il suo stato, da quando, e la sua ultima e-mail; «retry» connette ora quello non raggiungibile
help-team = mostra chi non fa più parte del team ed è ancora nelle sue stanze; «leave» toglie queste persone, «stay» le lascia lì senza diritti
help-queue = mostra ciò che attende di essere inviato o mostrato, e ciò che è fallito
help-quarantine = mostra ciò che non è stato possibile leggere o fare; «show» dice di più su uno, «retry» riprova
help-reload = rilegge il file di configurazione, senza riavvio
help-ping = mostra quanto è durato il percorso dal server Matrix alla risposta
help-language = mostra o stabilisce la lingua in cui Le si risponde
help-login = portare la propria casella, in una chat diretta con me
help-logout = togliere di nuovo la propria casella
help-zone = mostra o stabilisce il fuso orario in cui Le si dicono gli orari
queue-not-shown = ⚠ Qui manca una parte di questa e-mail: il server Matrix non l’accetta. «!mail quarantine» nella stanza «Moderazione» dice di più.
queue-set-aside = ⚠ Qualcosa è andato storto: non viene inviato e non cambia nessuna e-mail. Si prega di scriverlo un’altra volta; se non basta, «!mail quarantine» nella stanza «Moderazione» dice di più.
queue-returned-mail = Questo non è stato inviato: Mailroom non seguiva questo account dal { $since }. Ora non parte da solo: reagisca con ✅ per inviarlo, con ❌ per scartarlo.
queue-unseen-mail = Non posso più leggere la stanza in cui è stato scritto, quindi non vedo se lì è stato modificato o cancellato: «{ $words }». Non parte da solo: reagisca con ✅ per inviarlo così com’è qui, con ❌ per scartarlo.
queue-returned-fixed = Questo attende un sì e non si può più modificare: reagisca con ✅ per inviarlo così com’è, con ❌ per scartarlo.
queue-returned-released = Viene inviato ora.
queue-returned-discarded = Scartato: non viene inviato.
queue-not-served = Per ora Mailroom non segue l’account { $account }: ciò che si dice qui non viene inviato, e la posta che arriva non è mostrata. Nulla va perso: appena lo seguirà di nuovo, qui si chiederà che cosa fare di ciò che è stato detto nel frattempo. Chi gestisce Mailroom sa perché.
queue-unserved = nessun processo lo segue dal { $since }
attempt-list = Tentativi di affidarla al server di posta:
attempt-accepted = { $attempt }. { $time }, { $address }: accettata
attempt-deferred = { $attempt }. { $time }, { $address }: non ancora accettata
attempt-refused = { $attempt }. { $time }, { $address }: rifiutata
attempt-not-sent = { $attempt }. { $time }, { $address }: non affidata al server
attempt-unknown = { $attempt }. { $time }, { $address }: forse inviata
delivery-waits = Non ancora inviato.
delivery-leaves-by-itself = Il messaggio è conservato e parte da solo appena la cosa è sistemata.
delivery-waited = Questo messaggio non è stato inviato: ha atteso troppo a lungo il nostro server di posta.
relay-since = Non si invia nulla dal { $time }.
relay-news = ⚠ Non si invia nulla dal { $time }.
relay-well = La posta parte di nuovo dal { $time }. Ciò che attendeva è in viaggio.
relay-trouble-login = Il nostro server di posta rifiuta l’accesso per l’invio: la password nella configurazione è sbagliata, o il fornitore ha bloccato l’accesso.
relay-trouble-login-later = Il nostro server di posta al momento non può verificare l’accesso per l’invio.
relay-trouble-certificate-expired = Il certificato del nostro server di posta è scaduto, perciò non gli viene affidata posta.
relay-trouble-certificate-unknown = Il certificato del nostro server di posta non è affidabile: è intestato a un altro nome, o rilasciato da qualcuno che Mailroom non conosce.
relay-trouble-tls = Non si riesce a stabilire una connessione cifrata con il nostro server di posta.
relay-trouble-connection-refused = Il nostro server di posta non accetta connessioni.
relay-trouble-name-unknown = Il nome del nostro server di posta non si trova.
relay-trouble-silent = Il nostro server di posta non risponde.
relay-trouble-unreachable = Il nostro server di posta non è raggiungibile.
relay-trouble-refuses = Il nostro server di posta respinge Mailroom appena si connette.
relay-says = Dice: { $words }
relay-remedy-password = Ciò che si scrive attende (⏳) e poi parte da solo. Chieda a chi gestisce Mailroom di correggere la password (o oauth2) nel suo file: viene provata entro un minuto. «accounts retry { $account }» nella chat diretta con me la prova subito.
relay-remedy-certificate = Ciò che si scrive attende (⏳) e poi parte da solo. Chi gestisce il server di posta deve rinnovare il certificato, oppure chi gestisce Mailroom deve indicare il server giusto e la sua autorità (smtp.host, smtp.ca_file).
relay-remedy-server = Ciò che si scrive attende (⏳) e parte da solo appena il server risponde; lo si interroga ogni pochi minuti. Se dura, chieda a chi gestisce il server di posta.
relay-not-mailed-failed = Non inviato a { $people }.
relay-not-mailed-again = Non ancora inviato a { $people }; si riprova da soli.
relay-refusal-news = ⚠ Il nostro server di posta non accetta un nostro messaggio. Chi lo ha scritto ne è informato.
relay-refusal-once = Altri messaggi a cui succede lo stesso vengono segnalati a chi li ha scritti, e qui di nuovo dopo un giorno.
relay-refusal-limit = Il nostro server di posta per ora non accetta altri messaggi: ne sono stati inviati quanti ne consente.
relay-refusal-login-needed = Il nostro server di posta non accetta messaggi senza accesso, o non con questo.
relay-refusal-full = Il nostro server di posta al momento non ha spazio, o la nostra casella lì è piena.
relay-refusal-sender = Il nostro server di posta non ci lascia inviare con questo indirizzo.
relay-refusal-relaying = Il nostro server di posta non inoltra messaggi ad altri per noi.
relay-refusal-too-large = Il nostro server di posta non accetta un messaggio così grande.
relay-refusal-content = Il nostro server di posta considera il messaggio spam, o non gradisce ciò che contiene.
relay-refusal-other = Il nostro server di posta non accetta il messaggio.
relay-help-limit = Non c’è nulla da fare: parte quando il limite lo consente, di solito entro un giorno. Se succede spesso, chieda al fornitore un limite più alto.
relay-help-login-needed = Chi gestisce Mailroom deve controllare smtp.user, smtp.password, smtp.port e smtp.security nella configurazione.
relay-help-full = Di solito passa da solo. Se dura, cancelli vecchi messaggi dalla casella o chieda più spazio al fornitore.
relay-help-sender = Chieda al fornitore di lasciare che questo accesso invii con l’indirizzo dell’account, o a chi gestisce Mailroom di usare l’accesso che gli appartiene. Poi !mail retry lo invia.
relay-help-relaying = Chi gestisce Mailroom deve controllare smtp.host e l’accesso nella configurazione. Poi !mail retry lo invia.
relay-help-too-large = In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
relay-help-content = Lo dica con altre parole o senza i file e i link. Se messaggi normali vengono rifiutati così, chieda il motivo al fornitore.
relay-help-other = Chieda a chi gestisce il server di posta, con le parole qui sopra. !mail retry riprova.
provider-microsoft-smtp-off = Microsoft: l’invio da parte di programmi (SMTP AUTH) è disattivato per tutta l’organizzazione. La sua amministrazione può permetterlo per questa casella (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: l’invio da parte di programmi (SMTP AUTH) è disattivato per questa casella. L’amministrazione dell’organizzazione lo attiva: utente, Posta, Gestisci app di posta elettronica, SMTP autenticato.
provider-microsoft-no-passwords = Microsoft non accetta password da programmi. Al posto della password serve un accesso con Microsoft (oauth2).
provider-microsoft-policy = Microsoft: una regola dell’organizzazione (impostazioni predefinite di sicurezza o accesso condizionale) vieta questo accesso. La sua amministrazione deve permetterlo.
provider-microsoft-send-as = Microsoft: questo accesso non può inviare con questo indirizzo. L’amministrazione dell’organizzazione gli dà il diritto «Invia come» per la casella.
provider-microsoft-not-logged-in = Microsoft accetta posta da inviare solo dopo un accesso: smtp ha bisogno di un utente e di una password, o di oauth2.
provider-microsoft-not-connected = Microsoft accetta l’accesso e non apre la casella: IMAP vi è disattivato, non ha una licenza, oppure Exchange ha problemi propri.
provider-microsoft-consent = Microsoft: nessuno ha ancora accettato che Mailroom usi questa casella. Acceda di nuovo e accetti; dove può farlo solo l’amministrazione dell’organizzazione, tocca a lei.
provider-microsoft-login = Microsoft non lascia entrare questo accesso nella casella: la password o il permesso è sbagliato, chi ha accettato non può usare questa casella, oppure IMAP o SMTP vi è disattivato.
provider-client-refused = Il provider non conosce il client di Mailroom, oppure il segreto del client è scaduto. L’amministrazione deve correggere client_id e client_secret.
provider-login-again = Il permesso di usare questa casella manca, è scaduto o è stato ritirato, per esempio dopo un cambio di password. Qualcuno deve accedere di nuovo.
provider-google-app-password = Google non accetta password comuni da programmi: vuole una password per le app (che richiede la verifica in due passaggi) o un accesso con Google (oauth2).
provider-google-login = Google non accetta questo accesso. Non accetta password comuni da programmi: serve una password per le app o un accesso con Google (oauth2).
provider-google-web-login = Google vuole che la persona a cui appartiene la casella acceda una volta in un browser web e confermi che era lei.
provider-google-imap-off = Google: IMAP è disattivato per questa casella. Si attiva nelle impostazioni di Gmail, in «Inoltro e POP/IMAP».
provider-google-imap-off-organisation = Google: IMAP è disattivato per tutta l’organizzazione. La sua amministrazione lo attiva nella Console di amministrazione.
provider-app-password = Questo provider non accetta password comuni da programmi: crei una password per le app nelle impostazioni di sicurezza della casella e usi quella.
mailbox-archived = Qualcuno ha archiviato questa e-mail in un programma di posta. Qui la conversazione è ancora aperta: ✅ la chiude.
mailbox-deleted = Qualcuno ha eliminato questa e-mail in un programma di posta. Qui rimane, e la conversazione è ancora aperta: ✅ la chiude.
mailbox-moved = Qualcuno ha spostato questa e-mail in un’altra cartella in un programma di posta. Qui la conversazione è ancora aperta: ✅ la chiude.
mailbox-many =
    { $count ->
        [one] { $count } e-mail è stata letta, archiviata o eliminata in una volta in un programma di posta. Nella sua stanza non si dice nulla.
       *[other] { $count } e-mail sono state lette, archiviate o eliminate in una volta in un programma di posta. Nelle loro stanze non si dice nulla.
    }
guests-room-welcome = A questa stanza possono partecipare persone che hanno solo l’e-mail. Niente ne esce per e-mail prima che qualcuno sia invitato.
guests-room-welcome-how = Per invitare qualcuno: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } è invitato a partecipare per e-mail. Ora parte una sola e-mail, e ciò che si dice qui solo dopo una risposta. !mail uninvite lo annulla.
guests-invited-at-once = ✉ { $person } è invitato a partecipare per e-mail e riceve d’ora in poi per e-mail ciò che si dice qui. !mail uninvite lo termina.
guests-unverified-hint = Nessuno verifica i mittenti delle e-mail a questo account; perciò quelle degli ospiti non sono mostrate qui. !mail guests unverified le mostra.
guests-unreadable = Chi? Serve un indirizzo, per esempio: !mail invite bob@example.org Bob
guests-refused-own = { $address } è un nostro indirizzo. Inviti la persona in Matrix.
guests-refused-member = { $address } è di qualcuno della squadra. Inviti quella persona in Matrix.
guests-refused-no-power = Nessuno è stato invitato: questa stanza non le permette di invitare. Chieda a chi può farlo.
guests-refused-encrypted = Nessuno è stato invitato: questa stanza è cifrata, e ciò che vi si dice non deve uscirne per e-mail.
guests-refused-already = { $address } è già invitato. !mail guests mostra chi legge per e-mail.
guests-refused-stopped = { $address } non vuole e-mail da qui. Solo quella persona può cambiarlo, con un’e-mail con la parola START a { $account }.
guests-refused-member-quota = Nessuno è stato invitato: ha fatto { $count } inviti in un giorno, quanti ne permette la configurazione. Riprovi domani.
guests-refused-all-quota = Nessuno è stato invitato: tutti insieme hanno fatto { $count } inviti in un giorno, quanti ne permette la configurazione. Riprovi domani.
guests-refused-person-quota = Nessuno è stato invitato: { $address } ha ricevuto più inviti in un giorno. Riprovi domani.
guests-no-room = Questa non è una stanza per ospiti. !mail to mostra chi riceve ciò che si dice qui.
guests-removed = { $person } non riceve più niente da questa stanza.
guests-not-there = { $address } non è un ospite di questa stanza. !mail guests mostra chi lo è.
guests-answered = { $person } ha risposto all’invito e partecipa: ciò che si dice qui va d’ora in poi per e-mail anche lì.
guests-stopped = { $person } non vuole più e-mail da qui e non riceve niente da questa stanza. Solo quella persona può cambiarlo, con un’e-mail con la parola START a { $account }.
guests-started = { $person } partecipa di nuovo per e-mail.
guests-failed = ⚠ L’invito a { $person } non si è potuto consegnare ed è chiuso. Controlli l’indirizzo.
guests-leaves = Ciò che si dice qui va per e-mail a { $people }.
guests-unverified-kept = Un’e-mail che dice di essere di { $person } non è mostrata: nessuno verifica i mittenti delle e-mail a questo account. !mail guests unverified mostra le prossime.
guests-list-none = Nessuno è stato invitato a partecipare a questa stanza per e-mail.
guests-state-invited = invitato, ancora senza risposta
guests-state-active = partecipa per e-mail
guests-state-stopped = non vuole e-mail
guests-state-removed = è stato tolto
guests-state-failed = non è stato raggiunto
guests-consent-answer = Chi è invitato riceve ciò che si dice qui dopo aver risposto.
guests-consent-invitation = Chi è invitato riceve subito ciò che si dice qui.
guests-delivery-now = Parte dopo una pausa della conversazione.
guests-delivery-hourly = Viene raccolto e parte una volta all’ora.
guests-delivery-daily = Viene raccolto e parte una volta al giorno.
guests-verified = Le e-mail degli ospiti non sono mostrate, perché nessuno ne verifica i mittenti: !mail guests unverified
guests-unverified = Le e-mail degli ospiti sono mostrate anche se nessuno ne verifica i mittenti: !mail guests verified
guests-ghost-name = { $name } (per e-mail)
guests-mail-subject = Invito: { $room }
guests-mail-subject-unnamed = Invito di { $name }
guests-mail-invites = { $name } la invita alla conversazione «{ $room }». Si svolge in una chat; lei partecipa con il suo programma di posta e non le serve altro.
guests-mail-invites-unnamed = { $name } la invita a una conversazione. Si svolge in una chat; lei partecipa con il suo programma di posta e non le serve altro.
guests-mail-how = Per partecipare, risponda a questa e-mail: la sua risposta è mostrata a tutti, e da allora riceve ciò che si dice. Senza risposta non riceve altro.
guests-mail-how-at-once = D’ora in poi riceve ciò che vi si dice. Ciò che risponde vi è mostrato a tutti.
guests-mail-stop = Se non vuole e-mail da qui, risponda con la sola parola STOP. Allora nessuno qui potrà più invitarla.
guests-stopped-subject = Non riceve più e-mail da qui
guests-stopped-text = Lo ha chiesto un’e-mail con il suo indirizzo. Non partecipa più a nessuna conversazione qui, e nessuno può invitarla.
guests-stopped-undo = Se non è stato lei, o cambia idea, risponda a questa e-mail con la sola parola START.
guests-not-here = \`!mail { $name }\` serve alle conversazioni per e-mail. Chi legge questa stanza per e-mail è un ospite: \`!mail guests\` li elenca, \`!mail invite INDIRIZZO\` ne invita uno.
guests-encrypted-subject = Ciò che si dice lì ora è cifrato
guests-encrypted-text = Nella conversazione a cui { $by } l’ha invitata i messaggi ora sono cifrati. Non si possono inviare per e-mail, e lei non ne riceve nessuno. Ciò che scrive arriva ancora lì. Chieda a { $by } come continuare.
guests-page-title = Niente più e-mail
guests-page-text = Prema il pulsante se non vuole più e-mail delle conversazioni di qui.
guests-page-button = Ferma le e-mail
guests-page-done = Fatto. Non riceve più e-mail delle conversazioni di qui, e nessuno può invitarla.
guests-page-undo = Per annullarlo, risponda a un’e-mail che ha con la sola parola START.
reaction-said = { $name } ha reagito con { $emoji }.
reaction-unplaced = Una reazione di { $person }. Non riguarda alcun messaggio noto qui, oppure non viene da chi partecipa alla sua conversazione; si trova nella casella di posta.
reaction-leaves = Una reazione come { $emoji } a un’e-mail di { $person } gli viene inviata per e-mail, e a nessun altro. La tolga entro { $seconds } secondi e non parte.
reaction-mailed = { $name } ha reagito al suo messaggio.
history-done =
    La posta dal { $since } è arrivata: { $mails ->
        [one] un’e-mail
       *[other] { $mails } e-mail
    } in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }, in uno spazio a parte. Nessuno è stato avvisato né invitato, e la posta nuova prosegue nelle stesse stanze.
history-none = Dal { $since } non c’era posta da importare.
history-left =
    { $count ->
        [one] Un’e-mail precedente non è stata importata
       *[other] { $count } e-mail precedenti non sono state importate
    }; ciò che è nella casella vi resta:
history-reading = importa la posta dal { $since }: finora trovate { $found }
history-filling = importa la posta dal { $since }: { $settled } di { $found }
history-waits = attende: { $what }
web-not-there = Qui non c’è nulla
web-not-there-help = Controlli che il link sia stato aperto per intero: i programmi di posta a volte lo tagliano. I link monouso non esistono più dopo l’uso.
web-too-many = Troppe richieste
web-too-many-help =
    { $seconds ->
        [one] Attenda un secondo, poi ricarichi questa pagina.
       *[other] Attenda { $seconds } secondi, poi ricarichi questa pagina.
    }
web-failed = Qui qualcosa è andato storto
web-failed-help = Non si è perso nulla. Riprovi tra un momento; se continua così, lo dica a chi gestisce Mailroom.
web-foreign-form = Questo modulo non è stato inviato dalla nostra pagina
web-foreign-form-help = Per la Sua sicurezza non è stato fatto nulla. Apra di nuovo il link e compili il modulo lì.
login-link = Apra questa pagina entro 15 minuti e vi acceda con la Sua casella: { $link } Ciò che scrive lì non arriva in Matrix.
login-link-then = Alla fine la pagina mostra sei cifre. Le scriva qui: login e le cifre. Non dia a nessuno il link né le cifre.
login-added = { $address } ora è qui: la sua nuova posta arriva in stanze dello spazio «{ $name }», al quale è invitato Lei e nessun altro. !mail logout la toglie.
login-wrong =
    { $left ->
        [one] Non sono le cifre che mostra la pagina. Ancora un tentativo, poi l’accesso viene scartato.
       *[other] Non sono le cifre che mostra la pagina. Ancora { $left } tentativi, poi l’accesso viene scartato.
    }
login-spent = Troppe volte sbagliato; l’accesso è scartato e ciò che era stato scritto è cancellato. !mail login ricomincia.
login-none = Nessun Suo accesso attende delle cifre. !mail login ne inizia uno; le sue cifre valgono dieci minuti.
login-already-taken = { $address } è già un account qui. Chi gestisce Mailroom può dire di chi.
login-no-words = Qui scriva solo !mail login e, dopo, le sei cifre della pagina. Se era una password: cancelli il messaggio e cambi la password.
login-not-allowed = Chi gestisce Mailroom non Le ha permesso di portare una casella propria (logins.allowed nella configurazione).
login-no-pages = Qui le caselle proprie sono permesse, ma non c’è una pagina per accedere. Chi gestisce Mailroom deve impostare web nella configurazione.
logout-none = Qui non c’è nessuna Sua casella.
logout-which = Quale? !mail logout e l’indirizzo: { $addresses }
logout-done = { $address } è tolta: l’accesso, la password, i messaggi e ciò che ne era ricordato. La casella stessa è com’era. Esco dalle sue stanze.
login-page-title = Accedere con la propria casella
login-page-whose = Questa pagina è per { $user }. La posta della casella sarà mostrata a { $user } in Matrix. Prosegua solo se è Lei.
login-page-begin = Sono io, avanti
login-page-wrong-title = Accesso non ancora riuscito
login-page-address = Indirizzo di posta
login-page-password = Password della casella
login-page-password-hint = Molti fornitori ne vogliono una fatta per i programmi (password per app) se accede con un secondo fattore.
login-page-name = Il Suo nome nei messaggi
login-page-name-hint = Può restare vuoto.
login-page-servers = Server
login-page-servers-hint = Si trovano dall’indirizzo. Li compili solo se non riesce.
login-page-imap = La posta arriva da (IMAP)
login-page-smtp = La posta esce da (SMTP)
login-page-host = Server
login-page-port = Porta
login-page-security = Cifratura
login-page-user = Nome utente, se non è l’indirizzo
login-page-try = Accedi
login-page-no-address = Non è un indirizzo di posta. Uno è così: anna@example.org.
login-page-no-password = La password manca, o ha caratteri che nessuna può avere.
login-page-too-often = Questo link è stato provato troppe volte. Scriva !mail login a Mailroom per averne un altro.
login-page-servers-none = Per questo indirizzo non si sono trovati server. Inserisca quelli indicati dal Suo fornitore.
login-page-servers-closed = Le caselle di questo dominio non si possono portare qui. Chi gestisce Mailroom può indicarne i server.
login-page-servers-not-public = Questi server non hanno nome e indirizzo pubblici e non ci si collega. Chi gestisce Mailroom può indicare server interni.
login-page-servers-port = Non è una porta di un server di posta: IMAP ha 993 o 143, SMTP 465 o 587.
login-page-refused = { $server } non ha accettato indirizzo e password. Controlli che siano giusti, e se il Suo fornitore vuole una password per app o deve prima consentire i programmi di posta.
login-page-tls = { $server } non ha mostrato un certificato affidabile. Controlli che il nome sia giusto.
login-page-away = Non è stato possibile raggiungere { $server }. Controlli nome, porta e cifratura, o riprovi più tardi.
login-page-taken = Questo indirizzo è già un account qui. Chi gestisce Mailroom può dire di chi.
login-page-code-title = Ancora un passo
login-page-code = La casella è stata trovata. Scriva questo nella Sua chat diretta con Mailroom, come { $user }:
login-page-code-then = Vale dieci minuti, e se non lo scrive non resta salvato nulla. Non lo dica a nessuno. Poi può chiudere questa pagina.
login-page-found = La sua posta si legge su { $imap } e si invia da { $smtp }.
login-page-over = Questo link è stato usato o è troppo vecchio
login-page-over-help = Scriva !mail login nella Sua chat diretta con Mailroom per averne un altro.
login-page-coded = Le cifre sono già state mostrate
login-page-coded-help = Le scriva nella Sua chat diretta con Mailroom. Se sono perse, scriva lì !mail login per un altro link.
login-page-elsewhere = Questo link è aperto in un altro browser
login-page-elsewhere-help = Vale nel browser in cui è stato aperto per primo. Se non era il Suo, qualcun altro ha il link: scriva !mail login nella Sua chat diretta con Mailroom, e questo non varrà più nulla.
`,
  nl: `
mail-image = [afbeelding: { $alt }]
mail-image-without-alt = [afbeelding]
mail-rest = Rest van de mail
mail-plain-rendering = Platte tekst van de mail
mail-html-rendering = Opgemaakte tekst van de mail
mail-spoiler = [verborgen: { $text }]
mail-cut-here = [Hier afgekapt: { $shownKb } van { $totalKb } KB is te zien. Het hele bericht is bijgevoegd.]
mail-signed-pgp = Dit bericht is ondertekend met OpenPGP; de handtekening is niet gecontroleerd.
mail-signed-smime = Dit bericht is ondertekend met S/MIME; de handtekening is niet gecontroleerd.
mail-encrypted-pgp = Dit bericht is versleuteld met OpenPGP. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
mail-encrypted-smime = Dit bericht is versleuteld met S/MIME. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
mail-opaque-smime = Dit bericht is zo met S/MIME ondertekend dat de tekst in de handtekening zit; het is ongewijzigd bijgevoegd.
mail-password-protected = { $name } is beveiligd: om het te openen is misschien een wachtwoord nodig.
mail-further-files = Overige bestanden
mail-files-bundled = Van de { $all } bestanden van deze mail zitten er { $count } in dit archief.
nested-mail = Bijgevoegde mail
nested-from = Van
nested-date = Datum
nested-subject = Onderwerp
nested-more-in-file = … de rest staat in { $name }
unread-file = Het bestand “{ $name }” kon niet uit zijn mail worden gelezen. In plaats daarvan staat hier de hele mail, als bestand.
unread-file-missing = Het bestand “{ $name }” kon niet uit zijn mail worden gelezen en ontbreekt daarom hier. Zoek het in de mailbox, met een mailprogramma.
unread-mail = Er is een mail van { $sender } (“{ $subject }”) aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-subject = Er is een mail van { $sender } aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-sender = Er is een mail (“{ $subject }”) aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-sender-and-subject = Er is een mail aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-oversize-mail = Er is een mail van { $size } aangekomen, geschreven door { $sender } (“{ $subject }”). Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-subject = Er is een mail van { $size } aangekomen, geschreven door { $sender }. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-sender = Er is een mail van { $size } (“{ $subject }”) aangekomen. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-sender-and-subject = Er is een mail van { $size } aangekomen. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-reason-too-large = hij is te groot
unread-reason-empty = hij is leeg
unread-reason-time = het lezen duurde te lang
unread-reason-memory = het lezen kostte te veel geheugen
unread-reason-crash = het programma dat mails leest, liep erop vast
unread-reason-oversize = hij is te groot
unread-reason-failed = hier ging iets mis
calendar-title-invitation = Uitnodiging
calendar-title-changed = Uitnodiging gewijzigd
calendar-title-cancelled = Geannuleerd
calendar-title-reply = Antwoord op een uitnodiging
calendar-title-counter = Ander tijdstip voorgesteld
calendar-title-published = Afspraak
calendar-title-task = Taak
calendar-label = { $name }:
calendar-when = Wanneer
calendar-where = Waar
calendar-join = Deelnemen
calendar-organizer = Georganiseerd door
calendar-attendees = Deelnemers
calendar-repeats = Herhaling
calendar-comment = Opmerking
calendar-untitled = (zonder titel)
calendar-all-day = de hele dag
calendar-before = eerst: { $value }
calendar-occurrence = alleen die van { $date }
calendar-added = nieuw: { $names }
calendar-removed = niet meer: { $names }
calendar-accepted = geaccepteerd
calendar-declined = afgewezen
calendar-tentative = voorlopig
calendar-delegated = doorgegeven
calendar-no-answer = nog geen antwoord
calendar-optional = optioneel
calendar-and-more = en nog { $count }
calendar-date = { $weekday } { $day } { $month } { $year }
calendar-weekday-sunday = zondag
calendar-weekday-monday = maandag
calendar-weekday-tuesday = dinsdag
calendar-weekday-wednesday = woensdag
calendar-weekday-thursday = donderdag
calendar-weekday-friday = vrijdag
calendar-weekday-saturday = zaterdag
calendar-weekday-short-sunday = zo
calendar-weekday-short-monday = ma
calendar-weekday-short-tuesday = di
calendar-weekday-short-wednesday = wo
calendar-weekday-short-thursday = do
calendar-weekday-short-friday = vr
calendar-weekday-short-saturday = za
calendar-month-january = januari
calendar-month-february = februari
calendar-month-march = maart
calendar-month-april = april
calendar-month-may = mei
calendar-month-june = juni
calendar-month-july = juli
calendar-month-august = augustus
calendar-month-september = september
calendar-month-october = oktober
calendar-month-november = november
calendar-month-december = december
calendar-local-time = plaatselijke tijd
calendar-every-second =
    { $interval ->
        [one] elke seconde
       *[other] elke { $interval } seconden
    }
calendar-every-minute =
    { $interval ->
        [one] elke minuut
       *[other] elke { $interval } minuten
    }
calendar-every-hour =
    { $interval ->
        [one] elk uur
       *[other] elke { $interval } uur
    }
calendar-every-day =
    { $interval ->
        [one] elke dag
       *[other] elke { $interval } dagen
    }
calendar-every-week =
    { $interval ->
        [one] elke week
       *[other] elke { $interval } weken
    }
calendar-every-month =
    { $interval ->
        [one] elke maand
       *[other] elke { $interval } maanden
    }
calendar-every-year =
    { $interval ->
        [one] elk jaar
       *[other] elke { $interval } jaar
    }
calendar-on-weekdays = op { $days }
calendar-weekday-nth =
    { $nth ->
        [1] de eerste { $weekday }
        [2] de tweede { $weekday }
        [3] de derde { $weekday }
        [4] de vierde { $weekday }
        [5] de vijfde { $weekday }
       *[other] de { $nth }e { $weekday }
    }
calendar-weekday-nth-last =
    { $nth ->
        [one] de laatste { $weekday }
       *[other] de op { $nth } na laatste { $weekday }
    }
calendar-and = { $items } en { $last }
calendar-on-month-days = op { $days }
calendar-month-day = dag { $day }
calendar-month-day-last =
    { $nth ->
        [one] de laatste dag
       *[other] de { $nth }e dag van achteren
    }
calendar-in-months = in { $months }
calendar-times =
    { $count ->
        [one] één keer
       *[other] { $count } keer
    }
calendar-until = tot { $date }
calendar-own-time = dat is { $time }
calendar-except = behalve op { $dates }
calendar-contact = Contactpersoon
calendar-contacts =
    { $count ->
        [one] { $count } contactpersoon
       *[other] { $count } contactpersonen
    }
calendar-outdated = Er is al een nieuwere versie van deze uitnodiging aangekomen.
report-action-failed = Niet bezorgd bij { $who }.
report-action-failed-without-who = Een mail is niet bezorgd.
report-action-delayed = Nog niet bezorgd bij { $who }.
report-action-delayed-without-who = Een mail is nog niet bezorgd.
report-action-delivered = Bezorgd bij { $who }.
report-action-delivered-without-who = Een mail is bezorgd.
report-action-relayed = De mail aan { $who } is doorgegeven aan een server die niet meldt of hij hem bezorgt.
report-action-relayed-without-who = Een mail is doorgegeven aan een server die niet meldt of hij hem bezorgt.
report-action-expanded = De mail aan { $who } is bezorgd en aan meerdere mensen doorgegeven.
report-action-expanded-without-who = Een mail is bezorgd en aan meerdere mensen doorgegeven.
report-reason-unknown-user = Dat adres bestaat niet.
report-reason-unknown-host = Dat domein (het deel achter de @) bestaat niet.
report-reason-moved = De ontvanger heeft nu een ander adres.
report-reason-no-mail-host = Dat domein ontvangt geen mail.
report-reason-mailbox-full = De mailbox daar is vol.
report-reason-disabled = De mailbox daar is uitgeschakeld.
report-reason-too-large = De mail is te groot voor de server daar.
report-reason-spam = De server daar hield de mail voor spam.
report-reason-authentication = De server daar gelooft niet dat de mail van ons komt. Wie onze mail beheert, kan SPF, DKIM en DMARC nakijken.
report-reason-policy = De regels van de server daar staan het niet toe.
report-reason-loop = De mail ging in een kringetje rond.
report-reason-network = De server daar was niet bereikbaar.
report-reason-expired = Hij kon niet op tijd worden bezorgd.
report-reason-rate = De server daar neemt maar een beperkte hoeveelheid mail aan.
report-reason-refused = De server daar heeft hem geweigerd.
report-reason-other = { "" }
report-server-says = De server zegt: { $words }
report-about = De mail was “{ $subject }”.
report-goes-on-trying = De server blijft het uit zichzelf proberen.
report-disposition-displayed = { $who } heeft “{ $subject }” geopend.
report-disposition-displayed-without-subject = { $who } heeft de mail geopend.
report-disposition-deleted = { $who } heeft “{ $subject }” verwijderd, misschien zonder te lezen.
report-disposition-deleted-without-subject = { $who } heeft de mail verwijderd, misschien zonder te lezen.
report-disposition-denied = Het mailprogramma van { $who } zegt niet of “{ $subject }” is geopend.
report-disposition-denied-without-subject = Het mailprogramma van { $who } zegt niet of de mail is geopend.
report-disposition-failed = Het mailprogramma van { $who } kon niet overweg met “{ $subject }”.
report-disposition-failed-without-subject = Het mailprogramma van { $who } kon niet overweg met de mail.
report-disposition-processed = “{ $subject }” aan { $who } is door een programma verwerkt.
report-disposition-processed-without-subject = De mail aan { $who } is door een programma verwerkt.
report-disposition-dispatched = “{ $subject }” aan { $who } is doorgestuurd.
report-disposition-dispatched-without-subject = De mail aan { $who } is doorgestuurd.
report-automatic = Dat deed het mailprogramma uit zichzelf.
report-feedback-abuse = { $who } heeft een mail van hier als spam gemeld.
report-feedback-fraud = { $who } heeft een mail van hier als fraude gemeld.
report-feedback-virus = In een mail van hier aan { $who } is een virus gevonden.
report-feedback-not-spam = { $who } heeft de eigen provider gemeld dat een mail van hier geen spam is.
report-feedback-auth-failure = Een mail aan { $who } die dit domein als afzender noemt, heeft daar de controle van de afzender niet doorstaan.
report-feedback-other = { $who } heeft geklaagd over een mail van hier.
report-as-it-came = Het bericht zoals het aankwam
room-nobody-to-mail = Niet gemaild: er is buiten niemand om het naartoe te sturen. Voeg iemand toe met !mail to name@example.org en schrijf het opnieuw.
room-only-banned-to-mail = Niet gemaild: iedereen die het zou krijgen, is uit deze kamer verbannen ({ $people }). Om toch te schrijven, heft u de verbanning op of schrijft u !mail to +{ $address } en zegt u het opnieuw.
room-taken-back = Teruggenomen: niet gemaild.
room-edited-to-command = Teruggenomen: niet gemaild. Ook de opdracht is niet uitgevoerd, want een bewerking voert er geen uit. Schrijf hem daarvoor als nieuw bericht.
room-try-again-hint = Schrijf “!mail retry” om het opnieuw te proberen.
room-no-text = (een mail zonder tekst)
room-no-sender = Een mail zonder afzender:
room-new-subject = Onderwerp: { $subject }
room-from-mail-program = { $name } (vanuit een mailprogramma):
room-shortened = … hier afgekapt; de hele mail staat in “{ $name }”.
room-original = origineel
room-whole-mail = hele mail
room-file-too-large = Het bestand “{ $name }” ({ $size }) is te groot voor de Matrix-server en ontbreekt daarom hier. U vindt het in de mail, in de mailbox.
room-file-left-out = Het bestand “{ $name }” ({ $size }) is weggelaten toen deze mail werd overgenomen.
room-import-space = Archief: { $name }
room-said-for-banned = { $name } is uit deze kamer verbannen, daarom toon ik wat er geschreven werd:
room-said-for-kept-out = { $name } mag in deze kamer niet schrijven, daarom toon ik wat er geschreven werd:
room-said-for-refused = De homeserver nam dit deel van een mail van { $name } niet aan, daarom toon ik het:
room-said-for-mail-program = { $name } (vanuit een mailprogramma):
puppet-edit-stays = Dit kwam uit een mailprogramma en is vertrokken zoals het was. De wijziging is alleen in deze kamer te zien en wordt niet gemaild; wat de anderen moet bereiken, schrijf je als nieuw bericht.
puppet-refused = De homeserver neemt het token dat ik van je heb niet meer aan, dus daarmee spreek ik niet meer als jou: wat je in een mailprogramma schrijft, zeg ik voor je, met je naam. Wie Mailroom beheert, kan een nieuw token in de configuratie zetten (puppets.tokens).
room-without-words-mail = ⚠ Deze mail ontbreekt hier, geheel of gedeeltelijk: de regels van de homeserver weigeren de woorden ervan. Er is niets verloren: de mail staat in de mailbox, en “!mail source” als antwoord hierop geeft hem.
room-without-words-notice = ⚠ De regels van de homeserver weigeren wat ik hier wilde zeggen.
room-without-words-line = ⚠ Een gesprek waarvan de regels van de homeserver de eerste woorden weigeren:
room-login-refused = ⚠ De mailserver weigert de aanmelding bij deze mailbox ({ $protocol }), dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox. Een beheerder moet het wachtwoord (of oauth2) in de configuratie verbeteren. Mailroom probeert het uit zichzelf opnieuw, steeds minder vaak, ongeveer een dag lang; “!mail accounts retry” probeert het nu.
room-login-ends = ⚠ De provider laat Mailroom tot { $time } in deze mailbox. Voor die tijd moet iemand zich opnieuw aanmelden: wie Mailroom beheert, met “mailroom login { $account }”.
room-no-secret = ⚠ Het wachtwoord van deze mailbox ontbreekt of gaat hier niet open, dus komt er geen nieuwe mail binnen. Er gaat niets verloren: die wacht in de mailbox. “mailroom secret sealed” op de machine zegt wat er mis is; “mailroom ctl account change { $account } --password-file BESTAND” geeft het wachtwoord opnieuw.
room-not-invited-blocked = ⚠ { $user } neemt geen uitnodigingen aan, dus ik kan er geen sturen. Alle anderen worden uitgenodigd als voorheen. Wie in de ruimte is, kan zelf de kamers ervan binnengaan; voor nieuwe uitnodigingen moeten uitnodigingen van { $bot } worden toegestaan.
room-not-invited-refused = ⚠ De homeserver laat mij { $user } niet uitnodigen ({ $code }). Alle anderen worden uitgenodigd als voorheen. Wie de homeserver beheert, kan zeggen waarom.
room-not-readable-subject = Mail die niet gelezen kon worden
room-moved-on = Deze kamer is vervangen door een andere. Ga daar verder, alstublieft.
room-moved-on-not-mailed = Niet gemaild: deze kamer is vervangen door een andere. Schrijf het daar, alstublieft.
room-followed = Het gesprek gaat hier verder: wat in deze kamer wordt geschreven, gaat als e-mail naar buiten.
inbox-name = { $account } – Postvak IN
inbox-lobby-name = { $account } – Moderatie
inbox-no-subject = (geen onderwerp)
inbox-only-files =
    { $count ->
        [one] één bestand
       *[other] { $count } bestanden
    }
inbox-begun-by = { $name } (wij)
inbox-again = { $name } (opnieuw)
thread-reason-report = hij is een bericht over een mail van ons in dit gesprek
thread-reason-moved = hij antwoordt op een mail die iemand hierheen heeft verplaatst
thread-reason-own-id = hij antwoordt op een mail die vanuit dit gesprek is verstuurd
thread-reason-beside = hij antwoordt vanuit het gesprek naast dit gesprek, en zijn afzender neemt alleen hier deel
thread-reason-same-id = hij heeft hetzelfde nummer (Message-ID) als een mail van dit gesprek, met andere woorden
thread-reason-token = hij is gestuurd naar het adres dat onze mails van dit gesprek voor antwoorden noemen
thread-reason-in-reply-to = hij antwoordt op een mail van dit gesprek, en zijn afzender neemt deel
thread-reason-references = hij verwijst naar een mail van dit gesprek, en zijn afzender neemt deel
thread-reason-alias = hij antwoordt op een mail van ons, onder het nummer dat de mailserver die mail gaf
thread-reason-referenced-by = een mail van dit gesprek die eerder kwam, antwoordt op deze
thread-reason-sibling = hij antwoordt op dezelfde mail als een andere hier; die mail zelf hebben we niet
thread-reason-thread-index = Outlook rekent hem tot hetzelfde gesprek als een mail in deze kamer, en zijn afzender neemt deel
thread-reason-list-room = hij kwam via de lijst waarvoor deze kamer bedoeld is
thread-reason-digest = hij ging naar velen en vraagt geen antwoord: zulke mail deelt één kamer
thread-reason-no-references = hij antwoordt nergens op en begon dus dit gesprek
thread-reason-unknown-references = hij antwoordt alleen op mails die dit account niet heeft, en begon dus dit gesprek
thread-reason-changed-subject = hij antwoordt op een ander gesprek, maar met een nieuw onderwerp en zonder het te citeren, en begon dus een eigen gesprek
thread-reason-not-a-participant = hij noemt een mail van een ander gesprek waaraan zijn afzender niet deelneemt, en begon dus een eigen gesprek
thread-reason-own = hij is in deze kamer geschreven
thread-reason-answer = hij is in deze kamer als antwoord geschreven
thread-why-other = hij kon niet helemaal worden gelezen ({ $reason }), dus alleen zijn kop besliste
thread-why-placed = { $user } heeft hem hierheen verplaatst
thread-why-belongs-same-organisation = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar hoort bij dezelfde organisatie als iemand die deelneemt
thread-why-belongs-names-participants = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar schrijft aan iemand die deelneemt
thread-why-belongs-other = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar is gecontroleerd of had hier al geschreven
thread-changed-subject-here = Dit antwoordt op een ander gesprek, maar met een nieuw onderwerp, en heeft daarom een eigen kamer. Het andere:
thread-changed-subject-there = Een antwoord op dit gesprek heeft een nieuw onderwerp en begon daarom een eigen gesprek:
thread-stranger-here = Dit verwijst naar een ander gesprek, waaraan de afzender niet deelneemt, en heeft daarom een eigen kamer. Het andere:
thread-stranger-there = Iemand die niet aan dit gesprek deelneemt, verwijst er in een mail naar. Die mail is hier niet te zien, maar in een eigen kamer:
thread-no-subject = (geen onderwerp)
thread-verified-now = Dezelfde mail is nog eens gekomen, en nu is zijn afzender gecontroleerd.
thread-came-directly = Dezelfde mail is nog eens gekomen, rechtstreeks van { $address }, en die afzender is gecontroleerd.
thread-reply-to = Schrijf dit als antwoord op het bericht waar het om gaat.
thread-no-mail = Dat bericht is geen mail van dit gesprek.
thread-which-room = Schrijf achter de opdracht welke kamer: een link erheen, het adres of het kenmerk.
thread-no-room = Dat is niet de kamer van een gesprek van dit account.
thread-same-room = Dat is deze kamer al: er is niets verplaatst.
thread-nothing-here = Er is geen mail in dit gesprek.
thread-too-many = Er is niets verplaatst: het zouden { $count } mails zijn, en er kunnen er hoogstens { $most } tegelijk verplaatst worden.
thread-first-stays = Het gesprek begint met dat bericht: er is niets af te splitsen.
thread-moved-to =
    { $count ->
        [one] Eén mail staat nu in:
       *[other] { $count } mails staan nu in:
    }
thread-moved-away = Verplaatst naar:
thread-moved-here =
    { $count ->
        [one] { $user } heeft één mail hierheen verplaatst. Het origineel:
       *[other] { $user } heeft { $count } mails hierheen verplaatst. De originelen:
    }
thread-original = bericht { $place }
thread-goes-on-there = Niet gemaild: dit gesprek gaat verder in een andere kamer. Schrijf het daar, alstublieft:
thread-answer-there = Niet gemaild: het bericht waarop dit antwoordt, is naar een andere kamer verplaatst. Antwoord daar, alstublieft:
sender-not-verified = niet gecontroleerd
sender-group-only = alleen een groep zegt dat
sender-failed = controle niet doorstaan
sender-not-their-name = verdachte naam
sender-claims = ⚠ Een mail die beweert van { $claim } te komen, maar de controle van de afzender niet heeft doorstaan:
sender-suspected = ⚠ Een verdachte mail wacht op een beslissing; tot dan is hij niet te zien in zijn gesprek. Hij beweert van { $claim } te komen.
sender-suspected-reason-internal-claimed = Dat is een van uw eigen adressen, en niets bewijst dat de mail daarvandaan komt.
sender-suspected-reason-dmarc-policy = Hij heeft de controle van de afzender niet doorstaan, en de eigenaar van dat domein vraagt zulke mail niet aan te nemen.
sender-suspected-subject = Onderwerp: { $subject }
sender-suspected-how = Reageer met ✅ om hem (met een merkteken) in zijn gesprek te tonen, of met ❌ om hem weg te laten; of antwoord !mail accept of !mail refuse.
sender-accepted = Aangenomen: hij is in zijn gesprek te zien, met een merkteken.
sender-refused = Geweigerd: hij wordt niet getoond. Hij blijft in de mailbox.
sender-suspected-reply-to = Schrijf dit als antwoord op het bericht over de verdachte mail.
sender-not-suspected = Achter dat bericht wacht geen verdachte mail (meer).
sender-why-reply-to = Schrijf dit als antwoord op het bericht waar u naar vraagt.
sender-why-unknown = Bij dat bericht hoort geen mail.
sender-why-thread = In dit gesprek omdat: { $reason }
sender-why-sender = Afzender: { $verdict }. Dat is beslist door: { $reason }.
sender-verdict-pass = gecontroleerd
sender-verdict-fail = controle niet doorstaan
sender-verdict-unchecked = niet gecontroleerd
sender-reason-submission = een aanmelding bij onze eigen mailserver om hem te versturen
sender-reason-auth = onze mailserver zegt dat de afzender was aangemeld
sender-reason-dmarc = de regels van het domein van de afzender (DMARC)
sender-reason-dkim = de handtekening van het domein (DKIM)
sender-reason-spf = de server waar hij vandaan kwam (SPF)
sender-reason-arc = het woord van een vertrouwde server die hem doorgaf (ARC)
sender-reason-no-from = de mail noemt geen afzender
sender-reason-several-from = de mail noemt meerdere afzenders
sender-reason-group = alleen de groep waar hij langs kwam, zegt wie hem schreef
sender-reason-other-login = iemand anders was aangemeld om hem te versturen
sender-reason-nothing-proven = niets bewijst wie hem verstuurde
sender-reason-no-results = niemand heeft het nagekeken
sender-reason-not-readable = de mail kon niet worden gelezen
sender-why-ours = Afzender: een van ons, geen controle nodig.
sender-why-marked = Gemerkt, omdat: { $marks }.
sender-mark-failed = hij heeft de controle niet doorstaan
sender-mark-other-login = iemand anders was aangemeld om hem te versturen
sender-mark-no-from = hij noemt geen afzender
sender-mark-several-from = hij noemt meerdere afzenders
sender-mark-group = zijn afzender is een groep, geen persoon
sender-mark-unchecked = zijn afzender is niet gecontroleerd
sender-mark-group-only = alleen een groep zegt wie hem schreef
sender-mark-newcomer = zijn afzender is nieuw in dit gesprek
sender-mark-imitates = de naam is die van een van uw mensen of accounts
sender-mark-address-in-name = de naam is een ander adres
sender-mark-turned-name = de naam bevat tekens die de schrijfrichting omkeren
sender-mark-mixed-scripts = de naam mengt letters van meerdere alfabetten
sender-why-by = · { $said } (zegt { $by })
admission-mark = nieuw hier
admission-joined = ⚠ { $person } is nieuw hier: in antwoord op een mail die naar iemand anders ging.
admission-joined-how = Reageer met ✅ om deze persoon te laten deelnemen, of met ❌ om in deze kamer geen mail meer van deze persoon te tonen; of antwoord !mail allow of !mail block. Tot dan krijgt deze persoon geen antwoorden, tenzij u op het bericht antwoordt.
admission-colleague-joined = { $person } schrijft hier voor het eerst: gecontroleerd, en van dezelfde organisatie ({ $domain }) als iemand die deelneemt.
admission-colleague-joined-how = Deze persoon krijgt pas antwoorden als u, of iemand die deelneemt, aan hem of haar schrijft, of als u met ✅ reageert. Een antwoord op het bericht gaat wel naar deze persoon; met ❌ is in deze kamer geen mail meer van deze persoon te zien.
admission-welcomed = { $address } neemt vanaf nu deel.
admission-refused = Mail van { $address } is in deze kamer niet meer te zien.
admission-whom = Zeg wie: !mail block bob@example.org, of een domein, of antwoord op een bericht.
admission-no-pattern = “{ $text }” is geen adres en geen domein (* staat voor alles).
admission-blocked = Geblokkeerd in het hele account: { $pattern }. Zulke mail wordt niet getoond; hij blijft in de mailbox.
admission-blocked-here = Geblokkeerd in deze kamer: { $pattern }. Zulke mail wordt niet getoond; hij blijft in de mailbox.
admission-allowed = Toegelaten in het hele account: { $pattern }. Deze mensen nemen zonder navraag deel, als ze gecontroleerd zijn.
admission-allowed-here = Toegelaten in deze kamer: { $pattern }. Deze mensen nemen zonder navraag deel, als ze gecontroleerd zijn.
admission-dropped = Er is geen regel meer over { $pattern }.
admission-not-there = Er is hier geen regel over { $pattern }.
admission-no-rules = Er zijn geen regels over wie mag deelnemen.
admission-rules = Regels over wie mag deelnemen:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in deze kamer
admission-of-config = uit de configuratie
admission-more = … en nog { $count }
admission-not-shown = Mails die de laatste { $days } dagen niet zijn getoond: { $count }
admission-not-shown-why-blocked = geblokkeerd door { $detail }
admission-not-shown-why-refused = van mensen die in een kamer zijn geweigerd
admission-not-shown-why-newcomer = van iemand die nieuw was in een gesprek
admission-not-shown-why-lists-ignored = van mailinglijsten
admission-not-shown-why-bulk-ignored = nieuwsbrieven en andere mail aan velen
admission-open = Deze kamer is open: wie op een van haar mails antwoordt en gecontroleerd is, neemt deel.
admission-asked = Deze kamer is niet open: of mail van iemand die nieuw is getoond of geweigerd wordt, is voor het hele account ingesteld.
admission-only-in-thread = Dat kan alleen in de kamer van een gesprek.
admission-refusal-subject = Niet bezorgd: { $subject }
admission-refusal-subject-without-subject = Uw bericht is niet bezorgd
admission-refusal-undelivered = Uw bericht aan { $account } is niet bezorgd bij de mensen achter dit adres: u neemt niet deel aan dat gesprek, of zij nemen geen mail van u aan.
admission-refusal-other-way = Als u denkt dat zij het moeten lezen, schrijf hun dan op een andere manier.
admission-refusal-program = Dit bericht is door een programma geschreven. Antwoord er niet op, alstublieft.
admission-automatic = Automatische mail van { $person }:
admission-digest = Nieuwsbrieven
admission-reply-to-answer = Niet gemaild: in deze kamer komt mail van velen, dus het is niet duidelijk wie het moet krijgen. Schrijf het als antwoord op het bericht waarop u wilt antwoorden.
overflow-room = Wachtende mails
overflow-mail = Een mail van { $from } wacht hier en is nog niet te zien: er kwam binnen een uur te veel nieuwe mail van buiten.
overflow-how = Reageer met ✅ om hem binnen te laten, of met ❌ om hem weg te laten (hij blijft in de mailbox). !mail overflow let-in laat ze allemaal binnen.
overflow-how-all = !mail overflow let-in laat ze allemaal binnen, !mail overflow discard laat ze allemaal weg. Als antwoord op een ervan geschreven gaat het alleen over die ene.
overflow-waiting =
    { $count ->
        [one] Eén mail wacht om binnen te komen.
       *[other] { $count } mails wachten om binnen te komen.
    }
overflow-none = Er wacht geen mail om binnen te komen.
overflow-not-there = Achter dat bericht wacht geen mail (meer).
overflow-let-in =
    { $count ->
        [one] Hij is binnengelaten.
       *[other] { $count } mails zijn binnengelaten.
    }
overflow-discarded =
    { $count ->
        [one] Hij wordt niet getoond; hij blijft in de mailbox.
       *[other] { $count } mails worden niet getoond; ze blijven in de mailbox.
    }
old-mail-waits =
    { $count ->
        [one] Eén mail in de mailbox is ouder dan dit account en wacht.
       *[other] { $count } mails in de mailbox zijn ouder dan dit account en wachten. Waarschijnlijk heeft iemand ze daarheen gekopieerd of verplaatst.
    }
old-mail-between = De mailbox kreeg ze tussen { $from } en { $to }.
old-mail-of = De mailbox kreeg ze op { $day }.
old-mail-how = Reageer met ✅ om ze stil te tonen: elk gesprek krijgt zijn kamer, en niemand wordt uitgenodigd of gewaarschuwd. ❌ laat ze ongetoond in de mailbox.
old-mail-how-else = !mail old as-new behandelt ze als mail die net is gekomen, met uitnodigingen en regels in het Postvak IN.
old-mail-answers = Ze wachten tot iemand beslist. Wie op een ervan antwoordt, brengt het gesprek mee.
old-mail-over = Er wacht hier geen oude mail meer.
old-mail-none = Er wacht geen oude mail.
old-mail-quietly =
    { $count ->
        [one] De mail wordt stil getoond.
       *[other] { $count } mails worden stil getoond, de oudste eerst. Hun kamers staan in de ruimte.
    }
old-mail-as-new =
    { $count ->
        [one] De mail komt als nieuw binnen.
       *[other] { $count } mails komen als nieuw binnen.
    }
old-mail-left =
    { $count ->
        [one] De mail wordt niet getoond; hij blijft in de mailbox.
       *[other] { $count } mails worden niet getoond; ze blijven in de mailbox.
    }
old-mail-left-before =
    { $count ->
        [one] Eerder is één oude mail in de mailbox gelaten.
       *[other] Eerder zijn { $count } oude mails in de mailbox gelaten.
    }
old-mail-decided =
    { $count ->
        [one] Over één mail is beslist.
       *[other] Over { $count } mails is beslist.
    }
recipients-why-sender-only = alleen aan { $address }, zoals u vroeg
recipients-why-chosen = zoals in deze kamer is ingesteld; !mail to, !mail cc en !mail bcc veranderen het
recipients-bcc = Blinde kopie (verder ziet niemand dat)
recipients-first-time = De eerste mail van hier aan { $people }. Hij gaat over { $seconds } seconden weg; tot dan houdt ❌ bij uw bericht hem tegen.
recipients-kept-inside = Niet gemaild: wat in de draad van een notitie wordt geschreven, blijft in deze kamer. Schrijf het buiten die draad om het te mailen.
recipients-notice-answered = Niet gemaild: een antwoord op een bericht van mij blijft in deze kamer. Schrijf het als eigen bericht of als antwoord op een mail om het te mailen.
recipients-like-command = Niet gemaild, omdat het begint als een opdracht aan mij.
recipients-mail-it-all = Schrijf !reply ervoor om het zo te mailen.
recipients-none = niemand
recipients-not-verified = Let op: het is niet gecontroleerd wie de mail stuurde waarop u antwoordt.
recipients-left-out = Weggelaten, omdat mail daarheen terugkwam: { $people }. !mail unpause ADRES stuurt er weer naartoe.
recipients-nobody-left = Op dit moment zou niemand een antwoord krijgen.
recipients-will-quote = De volgende mail citeert het gesprek tot nu toe, zodat { $people } het kan volgen.
recipients-ghost-added = { $person } krijgt vanaf uw volgende bericht een kopie van elke mail; de eerste citeert het gesprek tot nu toe. Verwijder deze persoon uit de kamer om dat te beëindigen.
recipients-ghost-added-known = { $person } krijgt vanaf uw volgende bericht een kopie van elke mail. Verwijder deze persoon uit de kamer om dat te beëindigen.
recipients-ghost-dropped = { $address } krijgt de mails van dit gesprek niet meer, tot er weer een mail van die persoon komt. Nodig deze persoon uit of schrijf !mail cc +{ $address } om hem of haar eerder toe te voegen.
recipients-ghost-banned = { $address } is uit deze kamer verbannen. Deze persoon krijgt de mails van dit gesprek niet meer, ook niet na een nieuwe mail; niets daarvan gaat verloren: ik toon het hier in diens plaats.
recipients-ghost-banned-how = Om er weer naartoe te sturen, heft u de verbanning op of schrijft u !mail to +{ $address }. Om geen mail van deze persoon meer te zien, schrijft u !mail block { $address }
recipients-ghost-unbanned = { $address } is niet meer uit deze kamer verbannen en krijgt de mails van dit gesprek weer.
recipients-ghost-not-added = { $address } is niet toegevoegd: dat is een adres van dit account, of van niemand.
recipients-unreadable = “{ $what }” is geen mailadres. Zo wordt het gebruikt: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } is weggelaten: dat is een adres van dit account.
recipients-from = Mails van dit gesprek gaan uit van { $address }.
recipients-not-own = { $address } is geen adres van dit account. Het heeft: { $own }
recipients-subject = Het onderwerp is: { $subject }
recipients-subject-set = Vanaf de volgende mail is het onderwerp: { $subject }. Sommige mailprogramma’s tonen dat als een ander gesprek.
recipients-sender-only = Vanaf het volgende bericht krijgt alleen de afzender van de mail waarop u antwoordt het antwoord. !mail reply-to-sender off beëindigt dat.
recipients-to-all-again = Vanaf het volgende bericht gaan antwoorden weer naar iedereen.
recipients-quoted-thread = Het gesprek tot nu toe:
compose-ask-account = Vanaf welk account moet het worden verstuurd? Schrijf een van: { $accounts }.
compose-ask-to = Aan wie? Schrijf een of meer mailadressen.
compose-ask-subject = Wat is het onderwerp? Schrijf - voor geen onderwerp.
compose-cancel-hint = { $command } breekt af.
compose-not-understood = Dat heb ik niet begrepen.
compose-cancelled = Goed: er is geen gesprek begonnen.
compose-nothing-to-cancel = Er is hier niets af te breken.
compose-begun = Een gesprek met { $people } begint in een eigen kamer:
compose-room = kamer
compose-welcome = Een nieuw gesprek: wat u hier schrijft, gaat als e-mail van { $from } naar { $people }.
compose-subject = Onderwerp: { $subject }
compose-subject-from-words = De eerste woorden van uw eerste bericht worden het onderwerp, tenzij u er eerder een instelt: !mail subject …
compose-first-is-mail = Uw eerste bericht is de eerste mail. !mail to, !mail cc en !mail bcc veranderen wie hem krijgt.
compose-wrote = { $name } schreef:
compose-ask-account-here = Er wordt nog niets gemaild: vanaf welk account moet het worden verstuurd? Schrijf een van: { $accounts }
compose-may-not = U mag hier geen gesprekken per mail beginnen. Vraag iemand van het team van een mailaccount of de beheerders van deze server.
compose-encrypted = Er is niets gemaild: deze kamer is versleuteld en ik kan haar niet lezen. Maak er een zonder versleuteling, alstublieft.
forward-to-whom = Aan wie? Schrijf er een adres achter: !mail forward bob@example.org Weet u wat dit is?
forward-own-address = { $address } is een adres van dit account: er is niets doorgestuurd.
forward-takes-part = { $address } neemt deel aan dit gesprek: schrijf hier wat daar gelezen moet worden. Er is niets doorgestuurd.
forward-unreadable = Die mail kan hier niet worden gelezen en dus niet worden doorgestuurd.
forward-begun = { $name } stuurt deze mail door aan { $people }. De antwoorden komen in een eigen kamer, en niemand van dit gesprek krijgt ze. ❌ op dit bericht houdt de mail tegen zolang hij niet weg is:
forward-aside = Terzijde gevraagd vanuit een ander gesprek, waarvan de deelnemers hiervan niets krijgen:
forward-wrote = { $name } stuurt een mail door:
forward-not-verified = Let op: het is niet gecontroleerd wie de mail stuurde die hier wordt doorgestuurd.
forward-shown-shortened = [Hier ingekort; de mail gaat in zijn geheel weg.]
forward-files = Bestanden: { $names }
forward-stopped = Teruggenomen: de mail wordt niet doorgestuurd.
forward-too-late = Te laat: de mail is al doorgestuurd.
forward-apart-first = In deze mail staan ook { $people }. Zij horen bij het gesprek waarnaast dit is begonnen; hier blijven zij erbuiten en krijgen zij geen antwoord:
forward-apart-asked = In deze mail staan ook { $people }. Zij zijn alleen terzijde gevraagd en krijgen van hieruit geen antwoord, tenzij !mail cc hen noemt:
forward-not-here = { $people } kan hier niet bij komen: hoort bij het gesprek waarnaast dit is begonnen en mag niet zien wat hier wordt geschreven. Schrijf daar.
forward-stays-apart = Een van deze gesprekken is naast het andere begonnen: ze blijven gescheiden, zodat niemand van het ene het andere leest. Er is niets verplaatst.
forward-answered = { $name } heeft terzijde geantwoord. Ga om terug te schrijven naar de kamer van dat gesprek:
outgoing-some-message = (een bericht in de chat)
outgoing-some-room = (een chatkamer)
outgoing-spoiler-label = [verborgen: { $reason }]
outgoing-spoiler-label-without-reason = [verborgen, selecteren om te lezen]
outgoing-wrote = { $name } schreef:
outgoing-wrote-at = Op { $day }-{ $month }-{ $year } om { $time } schreef { $name }:
outgoing-attached = Bijgevoegd: { $name } ({ $size })
outgoing-attached-without-size = Bijgevoegd: { $name }
outgoing-voice-message-file = Spraakbericht
outgoing-voice-message = Spraakbericht ({ $duration }), bijgevoegd
outgoing-voice-message-without-duration = Spraakbericht, bijgevoegd
outgoing-audio = Audio: { $name } ({ $duration }), bijgevoegd
outgoing-audio-without-duration = Audio: { $name }, bijgevoegd
outgoing-video = Video: { $name } ({ $duration }), bijgevoegd
outgoing-video-without-duration = Video: { $name }, bijgevoegd
outgoing-sticker = [sticker: { $name }]
outgoing-location = Locatie: { $description }
outgoing-location-without-description = Locatie:
outgoing-poll = Peiling: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Antwoord met het nummer van uw keuze.
       *[other] Antwoord met de nummers van uw keuzes, hoogstens { $choices }.
    }
outgoing-forwarded-by = Bericht doorgestuurd door { $name }
outgoing-forwarded-from = Van: { $people }
outgoing-forwarded-date = Datum: { $day }-{ $month }-{ $year } { $time }
outgoing-forwarded-subject = Onderwerp: { $subject }
outgoing-forwarded-to = Aan: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = Het is niet gecontroleerd wie dit bericht stuurde.
outgoing-forwarded-encrypted = Dit bericht is versleuteld. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
outgoing-forwarded-too-long = Dit bericht is te lang om hier helemaal te staan; het is ongewijzigd bijgevoegd.
guests-mail-left =
  { $count ->
    [one] Nog { $count } bericht staat niet in deze mail. Het staat in de kamer:
   *[other] Nog { $count } berichten staan niet in deze mail. Ze staan in de kamer:
  }
guests-mail-in-room = In de kamer
guests-mail-thread = In de thread “{ $words }”
guests-mail-file-there = in de kamer
guests-mail-why = U doet per mail mee aan “{ $room }”: wat u antwoordt, wordt daar gezegd.
guests-mail-choices = Hoe vaak wilt u mail? Antwoord met een van deze woorden alleen op de eerste regel: { $now }, { $hourly }, { $daily } of { $pause }. Wilt u niets meer krijgen, antwoord dan met STOP.
guests-word-now = nu
guests-word-hourly = elk uur
guests-word-daily = dagelijks
guests-word-pause = pauze
guests-chosen-subject = Hoe vaak u mail krijgt
guests-chosen-now = Vanaf nu krijgt u na een pauze in het gesprek wat er gezegd is, en meteen wat u noemt.
guests-chosen-hourly = Vanaf nu krijgt u hoogstens één mail per uur, en meteen wat u noemt.
guests-chosen-daily = Vanaf nu krijgt u één mail per dag, en meteen wat u noemt.
guests-chosen-pause = U krijgt voorlopig niets, uit geen enkele kamer. Wilt u weer mail, antwoord dan met: { $now }
delivery-mail-of = Mail van { $time }, door { $author }:
delivery-standing-waiting = wacht op verzending
delivery-standing-held = kan nog worden gewijzigd
delivery-standing-deferred = de mailserver neemt hem nog niet aan; het wordt vanzelf opnieuw geprobeerd
delivery-standing-accepted = aan de mailserver overgedragen
delivery-standing-refused = geweigerd
delivery-standing-paused = niet verstuurd, het adres is gepauzeerd
delivery-standing-delayed = vertraagd, de server daar blijft het proberen
delivery-standing-bounced = niet bezorgd
delivery-standing-delivered = bezorgd
delivery-standing-relayed = doorgegeven aan een server die niet meldt of hij hem bezorgt
delivery-standing-expanded = bezorgd en aan meerdere mensen doorgegeven
delivery-standing-read = geopend
delivery-standing-unknown = misschien verstuurd, misschien niet: aan het eind viel de verbinding weg
delivery-claimed = een bericht dat iedereen geschreven kan hebben, zegt: { $standing }
delivery-status-reply-unknown = Bij dat bericht hoort geen mail van ons.
delivery-not-handed = Nog niet verstuurd aan { $address }: onze eigen mailserver kan hem nu niet aannemen. Mailroom probeert het vanzelf opnieuw. ({ $words })
delivery-passed = Een later bericht van dit gesprek gaat nu vóór dit bericht weg: dit heeft de mailserver nog niet aangenomen. Mailroom probeert het vanzelf opnieuw.
delivery-unseen = Dit is nog niet gemaild: de Matrix-server laat mij deze kamer nu niet lezen, dus ik kan niet zien of u het hebt gewijzigd of verwijderd. Ik blijf het proberen; het wordt gemaild zodra ik heb kunnen kijken.
delivery-unproven = Niets bewijst dat dit bericht van een mailserver komt: iedereen die de mail heeft, kan het geschreven hebben. Daarom heeft het niets veranderd.
delivery-paused-now = Er wordt niets meer naar { $address } gestuurd totdat iemand !mail unpause { $address } schrijft
delivery-paused-since = Sinds { $date } wordt er niets naar { $address } gestuurd: { $why } !mail unpause { $address } probeert het weer.
delivery-paused-since-without-why = Sinds { $date } wordt er niets naar { $address } gestuurd. !mail unpause { $address } probeert het weer.
delivery-left-out = { $address } krijgt deze mail en de volgende hier niet: sinds { $date } wordt daar niets naartoe gestuurd. { $why } Als het adres weer goed is, stuurt !mail unpause { $address } erheen wat hier is tegengehouden, en de volgende mails.
delivery-left-out-without-why = { $address } krijgt deze mail en de volgende hier niet: sinds { $date } wordt daar niets naartoe gestuurd. Als het adres weer goed is, stuurt !mail unpause { $address } erheen wat hier is tegengehouden, en de volgende mails.
delivery-others-get-it = De anderen krijgen deze mail; ✔️ erbij gaat over hen. Ik zeg dit één keer in deze kamer.
delivery-nobody-left = Dus niemand krijgt dit bericht: het wordt niet gemaild. Na die opdracht gaat het weg. Om naar een ander adres te schrijven, stelt u dat in met !mail to ADRES en zegt u het opnieuw.
delivery-unpaused =
    { $mails ->
        [0] Er wordt weer naar { $address } gestuurd.
        [one] Er wordt weer naar { $address } gestuurd. Eén mail die daarop wachtte, gaat nu weg.
       *[other] Er wordt weer naar { $address } gestuurd. { $mails } mails die daarop wachtten, gaan nu weg.
    }
delivery-not-paused = Niets te doen: er wordt gewoon naar { $address } gestuurd.
delivery-no-address = Dat is geen mailadres. Zo wordt het gebruikt: !mail unpause bob@example.org
brakes-stopped = Tegengehouden: dit is niet gemaild. { $why }
brakes-why-came-back = De mail waarop het antwoordt, is al eerder door deze mailbox gegaan.
brakes-why-repeated = Het antwoordt binnen een minuut op een mail, en dezelfde woorden zijn meerdere keren teruggekomen.
brakes-why-rate = Het antwoordt binnen een minuut op een mail die ons lijkt te antwoorden, en meerdere antwoorden ervoor deden dat ook, zoals wanneer twee machines elkaar antwoorden.
brakes-why-first = Het antwoordt binnen tien seconden op een mail die een gesprek begint. Dat deden ook meerdere antwoorden ervoor aan dezelfde afzender, en kort na elk kwam een nieuwe mail, zoals wanneer twee machines elkaar antwoorden.
brakes-why-stopped = In dit gesprek is al een antwoord tegengehouden, en dat geldt ook voor verdere die binnen een minuut komen.
brakes-why-received = De mail waarop het antwoordt, is door te veel servers gegaan.
brakes-why-steady = Dit gesprek heeft binnen een uur of een dag meer antwoorden gehad dan mensen schrijven.
brakes-stopped-how = Heeft een mens dit geschreven? De reactie ✅ op dit bericht (of !mail brake reset) mailt het, met wat erop wacht; ❌ gooit het weg.
brakes-slow-passes = Antwoorden die meer dan een minuut op zich laten wachten, worden gewoon gemaild.
brakes-released =
    { $count ->
        [0] Vrijgegeven; er wachtte niets.
        [one] Vrijgegeven: één mail gaat weg.
       *[other] Vrijgegeven: { $count } mails gaan weg.
    }
brakes-cancelled =
    { $count ->
        [one] Weggegooid: één mail gaat niet weg.
       *[other] Weggegooid: { $count } mails gaan niet weg.
    }
brakes-none = Er wordt hier niets tegengehouden.
brakes-thread =
    { $mails ->
        [one] Tegengehouden sinds { $since }: “{ $subject }”, één mail wacht
       *[other] Tegengehouden sinds { $since }: “{ $subject }”, { $mails } mails wachten
    }
brakes-reset-how = Schrijf !mail brake reset in de kamer van het gesprek om ze te mailen.
brakes-tripped-volume = ⚠ Alle uitgaande mail is stopgezet: { $count } mails binnen tien minuten zijn meer dan mensen hier schrijven.
brakes-tripped-refusals = ⚠ Alle uitgaande mail is stopgezet: binnen tien minuten werden { $count } mails geweigerd, de meeste van wat werd verstuurd.
brakes-tripped-how = Er gaat niets verloren: de mails wachten. Zoek uit wat er zo veel verstuurt en schrijf dan !mail breaker reset (of voer “mailroom breaker reset” uit); dan gaan ze weg.
brakes-open =
    { $waiting ->
        [one] Alle uitgaande mail is stopgezet sinds { $since }; één mail wacht.
       *[other] Alle uitgaande mail is stopgezet sinds { $since }; { $waiting } mails wachten.
    }
brakes-closed = Uitgaande mail is niet stopgezet: { $sent } mails in de laatste tien minuten.
brakes-reset =
    { $waiting ->
        [one] Uitgaande mail is niet meer stopgezet (dat zei { $by }); één mail die wachtte, gaat nu weg.
       *[other] Uitgaande mail is niet meer stopgezet (dat zei { $by }); { $waiting } mails die wachtten, gaan nu weg.
    }
brakes-not-open = Uitgaande mail is niet stopgezet.
helpdesk-span-minute =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
helpdesk-claimed = U hebt dit gesprek nu op u genomen.
helpdesk-had-by = { $name } heeft dit gesprek. Schrijf !mail assign en een naam om het aan iemand anders te geven.
helpdesk-had-by-invited = { $name } heeft dit gesprek, en u bent uitgenodigd in de kamer ervan. Schrijf !mail assign en een naam om het aan iemand anders te geven.
helpdesk-had-already = U hebt dit gesprek al.
helpdesk-unclaimed = Niemand heeft dit gesprek nu. Met !mail claim of de reactie 👀 neemt u het.
helpdesk-gave-back = { $name } heeft de kamer verlaten. Niemand heeft dit gesprek nu.
helpdesk-declined = { $name } heeft de uitnodiging afgewezen. Niemand heeft dit gesprek nu.
entry-crowded = Op één dag kwamen er meer dan { $count } nieuwe gesprekken. Vanaf nu wordt niemand meer in elke nieuwe kamer uitgenodigd.
entry-crowded-how = Het Postvak IN heeft voor elk een regel. 👀 op een regel, of !mail claim met de link ervan, neemt het gesprek en nodigt u uit in de kamer ervan. Is het afgesloten, dan verlaat u de kamer; via de ruimte of met 👀 op de regel ervan kunt u altijd terugkomen.
entry-crowded-back = invite: everyone in de configuratie brengt de uitnodigingen terug.
entry-done = Dit gesprek is afgesloten. Via de ruimte kunt u terugkomen.
entry-claim-which = Welk gesprek? Antwoord met !mail claim op de regel ervan in het Postvak IN, of geef de link naar de kamer: !mail claim LINK.
helpdesk-nobody-has-it = Niets te doen: niemand had dit gesprek.
helpdesk-assigned = { $name } heeft dit gesprek nu.
helpdesk-assigned-to-you = { $by } heeft u dit gesprek gegeven.
helpdesk-not-found = Niemand van het team heet “{ $text }”, of meerderen heten zo. Schrijf de hele Matrix-naam, zoals @naam:server.
helpdesk-claim-lapsed = { $name } heeft niet op tijd geantwoord, dus niemand heeft dit gesprek nu. Met !mail claim of de reactie 👀 neemt u het.
helpdesk-is-answering = { $name } antwoordt hier op dit moment.
helpdesk-has-it = { $name } heeft dit gesprek.
helpdesk-still-goes = Uw antwoord gaat toch weg; ❌ erbij houdt het tegen.
helpdesk-came-meanwhile = Er kwam een nieuwe mail van { $from } voordat dit werd gemaild. Uw bericht gaat toch weg, iets later; ❌ erbij houdt het tegen.
helpdesk-same-by-you = U hebt net hetzelfde geschreven.
helpdesk-same-by = { $name } heeft net hetzelfde geschreven.
helpdesk-same-how = Het wordt alleen nog een keer gemaild als u dat wilt: reageer met ✅ om het toch te mailen, met ❌ om het te laten.
helpdesk-to-colleague = Dit begint met de naam van iemand van het team en wordt daarom niet gemaild. Is het voor de mensen buiten bedoeld? Reageer met ✅ om het (zonder de naam) te mailen; met ❌, of zonder antwoord, blijft het in deze kamer. “!note …” en “!reply …” zeggen het vooraf.
helpdesk-same-dropped = Niet gemaild: het blijft in deze kamer.
helpdesk-mailed-already = Te laat: dit is al gemaild en kan niet worden teruggehaald. Antwoord op dit bericht om het te verbeteren; uw antwoord gaat naar dezelfde mensen.
helpdesk-mailed-under-way = Te laat: dit kan niet meer worden gewijzigd of teruggehaald. De mail is geschreven, ook al heeft de mailserver hem nog niet voor iedereen aangenomen; het wordt opnieuw geprobeerd. Antwoord op dit bericht om het te corrigeren; uw antwoord gaat naar dezelfde mensen.
helpdesk-done = Klaar. De kamer is uit de lijst van open gesprekken; een nieuwe mail brengt haar terug.
helpdesk-done-already = Dit gesprek is al afgesloten.
helpdesk-reopened = Dit gesprek is weer open.
helpdesk-open-already = Dit gesprek is al open.
helpdesk-snoozed = Uitgesteld tot { $until }, of tot er een mail komt.
helpdesk-snooze-how = Tot wanneer? Bijvoorbeeld: !mail snooze 4h, !mail snooze morgen 9:00, !mail snooze ma, !mail snooze 2026-12-01. Hoogstens een jaar.
helpdesk-today = vandaag
helpdesk-tomorrow = morgen
helpdesk-awake = De tijd is om: dit uitgestelde gesprek is weer open.
helpdesk-list-of-all = Open
helpdesk-list-of-mine = Open, bij u
helpdesk-list-of-unclaimed = Open, nog vrij
helpdesk-list-of-us = Wachten op ons
helpdesk-list-of-them = Wij wachten op anderen
helpdesk-list-of-snoozed = Uitgesteld
helpdesk-list-of-done = Afgesloten
helpdesk-nothing = geen
helpdesk-page-of = pagina { $page } van { $pages }
helpdesk-next-page = Meer: { $command }
helpdesk-no-subject = (geen onderwerp)
helpdesk-waits-us = wacht al { $span } op ons
helpdesk-waits-them = wij wachten al { $span }
helpdesk-waits-nobody = al { $span }
helpdesk-turn-us = wacht op ons sinds { $date }
helpdesk-turn-them = wij wachten sinds { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = nog vrij
helpdesk-list-how = “{ $word }” is geen lijst, geen account van u en geen pagina. Zo wordt het gebruikt: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } open gesprek
       *[other] { $total } open gesprekken
    }
helpdesk-and-more = en nog { $count }: !mail list
helpdesk-overview-enter = 👀 op de regel ervan in het Postvak IN, of !mail claim met de link ervan, neemt een gesprek en nodigt u uit in de kamer ervan.
helpdesk-remind-you = dit gesprek wacht al { $span } op een antwoord.
helpdesk-remind-team = Deze gesprekken wachten op een antwoord en niemand heeft ze (de reactie 👀 in de kamer neemt er een):
team-asked =
    { $count ->
        [one] ⚠ { $names } hoort volgens de configuratie niet meer bij dit team en mag hier niets meer.
       *[other] ⚠ { $count } mensen horen volgens de configuratie niet meer bij dit team en mogen hier niets meer: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Ze hadden geen gesprek.
        [one] Eén gesprek dat ze hadden, is nu van niemand.
       *[other] { $claims } gesprekken die ze hadden, zijn nu van niemand.
    }
team-asked-rooms =
    { $rooms ->
        [one] Ze zijn nog in één kamer van dit account.
       *[other] Ze zijn nog in { $rooms } kamers van dit account.
    }
team-asked-how = Zo veel mensen tegelijk kan een vergissing zijn, daarom wordt niemand zonder uw woord uit de kamers gehaald: ✅ haalt hen uit de ruimte en haar kamers, ❌ laat hen daar zonder rechten. Was het een vergissing, zet hen dan in de configuratie weer in het team; dan gebeurt er verder niets.
team-begun = { $names }: niet meer in dit team. Het verwijderen uit { $rooms } kamers is begonnen; dat duurt even.
team-progress = De kamers volgen het team: { $done } van { $rooms } zijn klaar.
team-left = { $name } hoort niet meer bij het team: { $rooms ->
        [one] één kamer verlaten
       *[other] { $rooms } kamers verlaten
    }, { $claims ->
        [one] één gesprek teruggegeven
       *[other] { $claims } gesprekken teruggegeven
    }.
team-joined = { $name } hoort nu bij het team: uitgenodigd in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }, met moderatierechten in { $levels }.
team-refused =
    { $rooms ->
        [one] In één kamer liet de Matrix-server mij niet alles doen; het logboek noemt haar.
       *[other] In { $rooms } kamers liet de Matrix-server mij niet alles doen; het logboek noemt ze.
    }
team-let-leave = { $names }: het verwijderen uit { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    } begint nu. Hier staat het als het klaar is.
team-let-stay = { $names }: nog in de kamers, zonder rechten. Wie een kamer modereert, kan hen daar altijd nog verwijderen.
team-reason = U hoort niet meer bij het team van { $account }.
team-nobody-leaves = Niemand die niet meer bij het team hoort, is nog in de kamers.
team-nobody-waits = Er wacht niemand op een beslissing over het verlaten van de kamers.
team-waits = { $name }: sinds { $since } niet meer in het team, nog in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }; “team leave” verwijdert wie wacht, “team stay” laat hen daar.
team-leaves = { $name }: sinds { $since } niet meer in het team, wordt verwijderd uit { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }.
together-draft = Een concept van { $name }. Het wordt gemaild als iemand anders die mail mag versturen met ✅ op dit bericht reageert; ❌ neemt het terug.
together-draft-changed = Dit concept is gewijzigd: een eerdere ✅ telt niet meer.
together-draft-by = De woorden zijn nu die van { $name }.
together-who-can = De ✅ kan komen van { $people }.
together-nobody-can = Niemand anders van het team mag mail versturen: vraag de beheerders van Mailroom.
together-files = Bijgevoegd: { $files }
together-more = Nog { $count } tekens staan niet hier, maar in de berichten hierboven.
together-yes = { $name } zegt ja: het wordt over { $seconds } seconden gemaild. De ✅ weghalen, of elke wijziging, houdt het tegen.
together-yes-later = { $name } zegt ja: het wordt om { $time } gemaild. De ✅ weghalen, of elke wijziging, houdt het tegen.
together-yes-gone = De ✅ is weggehaald: het concept wacht weer.
together-yes-own = Uw ✅ telt niet bij wat u zelf hebt geschreven: iemand anders moet ernaar kijken.
together-yes-may-not = Uw ✅ telt niet: u mag hier geen mail versturen.
together-yes-old = Uw ✅ telt hier niet. Die hoort bij mijn nieuwste bericht over dit concept, dat laat zien wat wordt gemaild.
together-yes-nobody = Uw ✅ telt nog niet: niemand zou deze mail krijgen. !mail to zegt wie hem krijgt.
together-left = Het is al weg, of teruggenomen.
together-draft-none = Hier wacht geen concept. Schrijf !mail draft en de nieuwe woorden als antwoord op mijn bericht erover.
together-draft-several = Hier wachten meerdere concepten: schrijf het als antwoord op mijn bericht over het concept dat u bedoelt.
together-draft-set = Het concept heeft nu deze woorden. Mijn volgende bericht laat het zien en vraagt opnieuw om een ✅.
together-at = Dit wordt om { $time } gemaild, aan { $people }. Tot dan kunt u het bewerken of verwijderen, ❌ erbij houdt het tegen, en !mail send now mailt het meteen.
together-at-yes = Het wacht bovendien op de ✅ van iemand anders: zonder die gaat er dan niets weg.
together-now = Het wordt over { $seconds } seconden gemaild.
together-now-yes = Het wordt gemaild als iemand anders met ✅ op mijn bericht erover reageert.
together-at-how = Wanneer? Bijvoorbeeld: !mail send at 8:00, !mail send at morgen 9:00, !mail send at ma, !mail send at 2026-12-01. Hoogstens een jaar vooruit.
together-nothing-held = Hier wacht niets van u om gemaild te worden. Schrijf het bericht en dan !mail send at 8:00 zolang het nog kan worden teruggenomen; of schrijf het als antwoord op een bericht dat wacht.
together-answers = Klaargezette antwoorden: { $names }. !mail answer en de naam mailt er een.
together-answers-none = Voor dit account zijn er geen klaargezette antwoorden: wie Mailroom beheert, kan ze schrijven.
together-answer-unknown = Er is geen klaargezet antwoord “{ $name }”.
together-answer-shown = { $name }, met het klaargezette antwoord “{ $answer }”:
together-came = Er kwam een nieuwe mail van { $from } voordat dit werd gemaild. Het wacht nog; ❌ erbij houdt het tegen.
permissions-may-not-read = U mag Mailroom hier niet gebruiken.
permissions-may-not-draft = U mag hier geen concepten schrijven.
permissions-may-not-answer = U mag hier niet per mail antwoorden: wat u schrijft, blijft in deze kamer.
permissions-may-not-compose = U mag hier geen gesprekken beginnen.
permissions-may-not-outside = U mag niet schrijven aan mensen die niet aan dit gesprek deelnemen.
permissions-may-not-invite = U mag hier niemand uitnodigen die per e-mail meedoet.
permissions-may-not-source = Dat mag u hier niet zien.
permissions-may-not-release = Dat mag u hier niet beslissen.
permissions-may-not-manage = U mag geen accounts beheren.
permissions-takes = Daarvoor is de bevoegdheid “{ $level }” nodig.
permissions-ask-team = Vraag het { $people };
permissions-ask-admins = { $people } kan u die bevoegdheid geven.
permissions-ask-any-admin = de beheerders van Mailroom kunnen u die bevoegdheid geven.
permissions-quota-reached = U hebt binnen 24 uur { $mails } mails geschreven, zoveel als één persoon mag.
permissions-quota-waits = Deze gaat niet verloren: hij wacht en gaat om { $time } weg. Tot dan kunt u hem met ❌ terugnemen.
operations-state-stopped = stilgezet
operations-state-connecting = maakt verbinding
operations-state-catching-up = haalt in
operations-state-connected = verbonden
operations-state-transient = niet bereikbaar, wordt opnieuw geprobeerd
operations-state-bad-credentials = aanmelding geweigerd, een beheerder moet ingrijpen
operations-way-out = versturen: { $state }
operations-way-out-untried = nog niet geprobeerd
operations-way-out-ready = werkt
operations-way-out-transient = werkt niet, wordt opnieuw geprobeerd
operations-way-out-bad-credentials = aanmelding geweigerd, een beheerder moet ingrijpen
operations-since = sinds { $time }
operations-because = ({ $reason })
operations-why-login-refused = de mailserver zegt dat het wachtwoord niet klopt
operations-why-login-unexplained = de mailserver weigert de aanmelding en zegt niet waarom
operations-why-mailbox-missing = die map bestaat niet
operations-why-mailbox-unavailable = deze mappen kunnen niet worden gelezen
operations-why-mail-unannounced = de mailserver meldt daar geen nieuwe mail, dus die komt laat
operations-why-no-room = er is hier geen plaats voor mail
operations-why-no-secret = het wachtwoord ontbreekt of gaat hier niet open
operations-why-oauth2-refused = de server die toegang geeft (oauth2), weigert die
operations-why-oauth2-away = de server die toegang geeft (oauth2), is niet bereikbaar of antwoordt niet zoals het hoort
operations-why-other = de mailserver is niet bereikbaar of antwoordt niet zoals het hoort
operations-last-mail = laatste mail { $time }
operations-no-mail-yet = nog geen mail
operations-retry-at = volgende poging { $time }
account-none = Alle accounts staan in het configuratiebestand.
account-served = { $account }: in gebruik
account-waits = { $account }: wacht – { $why }
account-left-out = { $account }: weggelaten – { $why }
account-leaving = { $account }: wordt weggehaald met alles wat ervan is
account-added = { $account } is toegevoegd en wacht op zijn wachtwoord: “mailroom ctl account change { $account } --password-file BESTAND” op de machine geeft het, nooit een chat.
account-changed = { $account } is gewijzigd.
account-removed = { $account } is verwijderd. De gesprekken ervan blijven zoals ze zijn.
account-purged = { $account } is verwijderd, met alles wat ervan is.
account-refused = Er is niets gewijzigd: { $why }
account-key = “{ $account }” kan niet de sleutel van een account zijn: kleine letters, cijfers en koppeltekens.
account-no-secret = Een wachtwoord hoort niet in een chat. Verwijder dat bericht en wijzig het wachtwoord bij de mailserver als het er een was. Geef het met “mailroom ctl account change { $account } --password-file BESTAND” op de machine, of op de aanmeldpagina, waar die er is.
operations-connecting-now = { $accounts }: maakt nu verbinding; “accounts” laat zien hoe het afliep.
operations-all-connected = Niets te doen: al verbonden.
operations-no-accounts = Er is geen account met u in het team.
operations-which-account = Welk account? { $known }
operations-nothing-waits = niets wacht
operations-held = { $count } nog te wijzigen
operations-leaving = { $count } op het punt te vertrekken
operations-deferred = { $count } door een mailserver nog niet aangenomen, vanzelf opnieuw geprobeerd
operations-failed = { $count } niet te bezorgen
operations-jobs = { $queue }: { $waiting } in de wacht, de oudste al { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantaine
operations-queue-mail-in = binnengekomen mails
operations-queue-matrix-send = berichten voor de kamers
operations-queue-event-in = berichten en reacties uit kamers
operations-queue-mail-out = te versturen mails
operations-queue-mail-sent = kopieën voor de map Verzonden
operations-queue-notice-out = mails die afzenders een weigering melden
operations-queue-guest-mail = mails aan gasten met wat er gezegd is
operations-queue-desk = volgorde, namen en overzicht van de kamers
operations-queue-member-act = mensen die in kamers uit te nodigen of eruit te halen zijn
operations-quarantine-empty = Er is niets in quarantaine.
operations-quarantine-count = In quarantaine: { $total }
operations-quarantine-count-latest = In quarantaine: { $total }, de laatste { $shown }:
operations-unread-mail = een mail in de map { $mailbox } die niet gelezen kon worden
operations-stopped-job = werk dat te vaak mislukte: { $queue }
operations-reason = Reden: { $text }
operations-size = Grootte: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } is niet in quarantaine.
operations-retried = { $number } wordt opnieuw geprobeerd.
operations-quarantine-how = { $show } zegt meer, { $retry } probeert het opnieuw.
operations-not-alone = Er zijn nog anderen in deze chat, dus ik zeg hier niets over accounts. Begin een chat met mij alleen, alstublieft.
operations-encrypted = Deze chat is versleuteld en ik kan hem niet lezen. Begin er een zonder versleuteling, alstublieft.
operations-withheld = ⚠ De mailserver noemt een mail in de map { $mailbox } maar geeft hem niet: van { $sender }, “{ $subject }”. Mailroom blijft het uit zichzelf proberen en toont hem zodra het hem krijgt. Bekijk hem tot dan in een mailprogramma. { $show } zegt meer.
operations-sender-unknown = iemand die hij niet noemt
operations-withheld-mail = een mail in de map { $mailbox } die de mailserver niet geeft
operations-from = Van: { $sender }
operations-subject = Onderwerp: { $subject }
operations-trouble = ⚠ Mailroom kan de mailbox sinds { $time } niet bereiken, dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox en komt zodra de mailserver antwoordt. Mailroom blijft het uit zichzelf proberen.
operations-stopped = ⚠ Mailroom kijkt sinds { $time } niet naar deze mailbox om, dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox. Zeg het degene die Mailroom beheert, alstublieft.
operations-unread = ⚠ Mailroom kan { $folders } sinds { $time } niet lezen: de mailserver zegt dat die map niet bestaat of niet geopend mag worden. De mail erin gaat niet verloren, maar hier ziet niemand die. Een beheerder moet de naam in de configuratie (imap.mailboxes) nakijken en wat de aanmelding mag lezen.
operations-unannounced = ⚠ De mailserver meldt sinds { $time } geen nieuwe mail in { $folders }: die wordt pas gevonden als Mailroom zelf kijkt, en komt dus laat. Er gaat niets verloren. Wie Mailroom beheert, kan de beheerder van de mailserver naar IMAP IDLE vragen of times.poll in de configuratie verlagen.
operations-well = Met de mailbox is sinds { $time } alles weer in orde: nieuwe mail komt zoals gewoonlijk, en wat wachtte komt nu.
operations-no-rooms = ⚠ De Matrix-server maakt sinds { $time } geen nieuwe kamers voor Mailroom, dus nieuwe gesprekken verschijnen niet. Er gaat niets verloren: hun mails wachten en verschijnen zodra hij weer kamers maakt. Zeg het degene die Mailroom beheert, alstublieft: “mailroom check” zegt waarom.
operations-rooms-again = De Matrix-server maakt weer kamers: de gesprekken die sinds { $time } wachtten, verschijnen nu.
operations-full-database = ⚠ Er wordt geen mail opgehaald: de database is zo groot als hij mag zijn. Er gaat niets verloren, de mail blijft in de mailbox; hij wordt opgehaald zodra er plaats is. Zeg het degene die Mailroom beheert, alstublieft.
operations-full-disk = ⚠ Er wordt geen mail opgehaald: de schijf van de database is bijna vol. Er gaat niets verloren, de mail blijft in de mailbox; hij wordt opgehaald zodra er plaats is. Zeg het degene die Mailroom beheert, alstublieft.
operations-room-again = Er is weer plaats: mail wordt zoals gewoonlijk opgehaald, en wat wachtte komt nu.
reload-refused = Het configuratiebestand bevat fouten, dus er is niets gewijzigd. Verbeter het hier en laad het dan opnieuw:
reload-taken =
    { $count ->
        [1] Het ene proces dat draait, heeft de configuratie opnieuw gelezen.
       *[other] { $count } processen hebben de configuratie opnieuw gelezen.
    }
reload-nobody = Het configuratiebestand is in orde. Mailroom draait niet, dus er is niets opnieuw geladen: het bestand wordt bij de volgende start gelezen.
reload-nothing = Niets erin wijkt af van wat al gold.
reload-added = Toegevoegde accounts: { $accounts }
reload-removed = ⚠ Verwijderde accounts: { $accounts }. Er komt en gaat geen mail meer voor deze accounts. Was dat een vergissing, zet ze dan weer in het bestand en laad het opnieuw.
reload-changed = Gewijzigd voor { $account }: { $fields }
reload-members-added = Nieuw in het team van { $account }: { $people }
reload-members-removed = Niet meer in het team van { $account }: { $people }
reload-settings = Gewijzigd voor alle accounts: { $fields }
reload-needs-restart = ⚠ Ook dit is in het bestand gewijzigd, maar tot een herstart werkt Mailroom met de vorige waarden verder: { $fields }
reload-process-waiting = ⚠ { $process } heeft de configuratie nog niet gelezen. Tot dan mag iedereen alleen wat de oude en de nieuwe configuratie allebei toestaan. Hangt het proces, start het dan opnieuw.
reload-process-differs = ⚠ { $process } heeft zijn configuratie gelezen, maar zijn bestand is niet hetzelfde als het gecontroleerde. Tot beide hetzelfde zeggen, mag iedereen alleen wat ze allebei toestaan.
reload-process-refused = ⚠ { $process } werkt met de vorige configuratie verder, omdat zijn bestand fouten bevat. Verbeter het daar en laad het dan opnieuw:
commands-note = een bericht alleen voor deze kamer; het wordt nooit gemaild
commands-hold-hint = Totdat een bericht is gemaild, kunt u het bewerken, verwijderen of tegenhouden met de reactie ❌.
commands-unknown = De opdracht “{ $name }” bestaat niet.
commands-did-you-mean = Bedoelde u { $usage }?
commands-see-help = !mail help toont alle opdrachten.
commands-wrong-use = Zo wordt het gebruikt: { $usage }
commands-goes-to = Uw volgende bericht gaat naar:
commands-this-goes-to = Dit gaat naar:
commands-cc = Kopie
commands-nobody = Niemand zou een antwoord krijgen: geen mail van dit gesprek heeft een adres buiten. Voeg iemand toe met !mail to name@example.org
commands-why-reply = omdat het op het bericht van { $address } antwoordt
commands-why-latest = omdat de laatste mail van { $address } kwam; antwoord op een ander bericht om dat te beantwoorden
commands-why-bcc = alleen de afzender, { $address }, omdat die mail als blinde kopie bij ons kwam
commands-why-same = omdat zij het bericht kregen waarop dit volgt
commands-reply-to-used = De afzender vroeg om antwoorden op een ander adres dan het eigen.
commands-account = Account { $address }:
commands-account-state-ready = verbonden
commands-account-state-connecting = maakt verbinding
commands-account-state-stopped = stilgezet, een beheerder moet ingrijpen
commands-open-mail =
    { $seconds ->
        [one] Eén mail wacht nog { $seconds } seconde en kan nog worden gewijzigd.
       *[other] Eén mail wacht nog { $seconds } seconden en kan nog worden gewijzigd.
    }
commands-waiting-mails =
    { $count ->
        [one] Eén mail wacht op verzending.
       *[other] { $count } mails wachten op verzending.
    }
commands-failed-mails =
    { $count ->
        [one] Eén mail kon niet worden bezorgd.
       *[other] { $count } mails konden niet worden bezorgd.
    }
commands-nothing-waits = Er wacht niets op verzending.
commands-last-sent = De laatste mail ging weg om { $time }.
commands-retrying =
    { $count ->
        [one] Eén mail wordt opnieuw geprobeerd.
       *[other] { $count } mails worden opnieuw geprobeerd.
    }
commands-nothing-to-retry = Er is niets om opnieuw te proberen.
commands-refused = Niet bezorgd bij { $address }. De server daar zegt: { $words }
commands-deferred = Nog niet bezorgd bij { $address }; het wordt vanzelf opnieuw geprobeerd. De server daar zegt: { $words }
commands-gave-up = Niet bezorgd bij { $address }, na veel pogingen. Het laatste antwoord was: { $words }
commands-not-sent = Dit bericht is niet gemaild: { $words }
commands-unknown-outcome = De verbinding viel weg terwijl dit aan de mailserver werd overgedragen: het kan verstuurd zijn of niet.
commands-unknown-resent = Het wordt over een paar minuten nog een keer verstuurd, onder hetzelfde kenmerk, zodat mailprogramma’s het één keer tonen.
commands-unknown-held = Het wordt niet vanzelf nog een keer verstuurd; !mail retry verstuurt het opnieuw.
commands-too-large = Dit bericht is niet gemaild: als mail is het { $size } groot, en onze eigen mailserver neemt hoogstens { $limit } aan. In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
commands-too-large-without-limit = Dit bericht is niet gemaild: met { $size } is het te groot voor onze eigen mailserver, die niet zegt hoeveel hij aanneemt. In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
commands-utf8-missing = Dit bericht is niet gemaild: een van de adressen heeft letters die de mailserver niet aanneemt, zoals ë of é.
commands-already-mailed = Te laat: dit is al gemaild. De wijziging blijft in deze kamer.
commands-encrypted-not-mailed = Dit bericht is versleuteld, dus ik kan het niet lezen, en het is niet gemaild. Schrijf het zonder versleuteling, alstublieft.
commands-intro-thread = Wat in deze kamer wordt geschreven, gaat als e-mail naar buiten. Deze opdrachten niet:
commands-intro-lobby = Niets wat in deze kamer wordt geschreven, wordt gemaild. Ik begrijp deze opdrachten:
commands-intro-inbox = Elk nieuw gesprek is hier een regel; niets wat in deze kamer wordt geschreven, wordt gemaild. Ik begrijp deze opdrachten:
commands-intro-management = Hallo, ik ben Mailroom. Niets wat hier wordt geschreven, wordt gemaild. Ik begrijp:
commands-more = { $usage } zegt meer over een ervan.
commands-example = Voorbeeld: { $text }
commands-place-thread = in de kamer van een gesprek
commands-place-lobby = in de kamer “Moderatie” van een account
commands-place-inbox = in het Postvak IN van een account
commands-place-management = in een directe chat met mij
commands-elsewhere = “{ $name }” kan in deze kamer niet worden gebruikt. Gebruik het { $places }.
commands-or = of
language-name-en = Engels
language-name-de = Duits
language-name-es = Spaans
language-name-fr = Frans
language-name-it = Italiaans
language-name-nl = Nederlands
language-name-pl = Pools
language-name-pt = Portugees
language-listed-unreviewed = { $language } ({ $tag }, nog niet nagekeken)
language-unreviewed = Deze teksten zijn nog niet door een moedertaalspreker nagekeken. Verbeteringen zijn welkom.
language-is = U krijgt antwoord in het { $language }.
language-set = Vanaf nu krijgt u antwoord in het { $language }.
language-unknown = Ik spreek { $known }.
zone-is = Ik noem u tijden in { $zone }. Daar is het nu { $time }.
zone-is-account = U hebt geen tijdzone gekozen; daarom noem ik u tijden in die van het account, { $zone }. Daar is het nu { $time }.
zone-set = Vanaf nu noem ik u tijden in { $zone }. Daar is het nu { $time }. Is dat wat uw klok aangeeft?
zone-as-account = Vanaf nu noem ik u tijden in de tijdzone van het account.
zone-unknown = Ik ken geen tijdzone “{ $text }”.
zone-meant = Bedoelde u { $zones }?
zone-how = Noem gebied en plaats om een andere te kiezen: !mail zone Europe/Berlin. Met !mail zone account geldt weer die van het account.
ping-way = Dit antwoord duurde { $whole }: { $before } tot uw bericht van de Matrix-server hier was, { $here } tot het antwoord.
ping-here = Dit antwoord duurde { $here } vanaf het moment dat uw bericht hier was. Hoe lang het onderweg was, is niet te zeggen: de klok van de Matrix-server verschilt te veel van de onze.
ping-too-long = Hoe lang dit antwoord duurde, is niet te zeggen: uw bericht wachtte hier langer dan een dag, of de klok is intussen verzet.
source-reply-to = Schrijf !mail source als antwoord op het bericht waarvan u het origineel wilt.
source-unknown = Bij dat bericht hoort geen mail.
source-gone = Het origineel van die mail wordt hier niet (of niet meer) bewaard; zoek hem in de mailbox. De controlesom (SHA-256) was { $hash }.
source-gone-without-hash = Het origineel van die mail wordt hier niet (of niet meer) bewaard; zoek hem in de mailbox.
search-nothing = Er is niets gevonden.
search-found = Gevonden: { $count }
search-found-more = Gevonden: meer dan { $count }
search-reading = Oudere mail wordt nog ingelezen (tot nu toe { $percent } %): nog niet alles wordt gevonden.
search-nothing-asked = Zeg wat er gezocht wordt: woorden, of from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06. Woorden tussen aanhalingstekens staan bij elkaar; -woord komt niet voor; lam* is het begin van een woord.
search-needs-person = “{ $word }” heeft een naam of een adres nodig, zoals from:bob of from:bob@example.org
search-needs-words = “{ $word }” heeft woorden nodig, zoals subject:lamp
search-needs-date = “{ $word }” heeft een jaar, een maand of een dag nodig, zoals after:2019, after:2019-03 of before:2019-03-14
search-needs-kind = “{ $word }” heeft een soort bestand nodig, zoals has:file, has:pdf, has:image of has:docx
search-needs-place = “{ $word }” heeft een account of een map nodig; die van u zijn: { $known }
search-too-much = Dat is te veel tegelijk: hoogstens { $most } woorden en voorwaarden.
help-brake = toont welke antwoorden worden tegengehouden omdat machines elkaar lijken te antwoorden; “reset” mailt ze
help-breaker = toont of alle uitgaande mail is stopgezet; “reset” beëindigt dat
help-list = toont de open gesprekken: all (alle), mine (de uwe), unclaimed (nog vrij), us (wachten op ons), them (wij wachten), snoozed (uitgesteld) of done (afgesloten)
help-claim = neemt dit gesprek, zodat de anderen zien dat u het hebt; de reactie 👀 ook
help-unclaim = geeft dit gesprek terug
help-assign = geeft dit gesprek aan iemand van het team
help-done = sluit dit gesprek af; de reactie ✅ ook. Een nieuwe mail opent het weer
help-reopen = opent dit gesprek weer
help-snooze = stelt dit gesprek uit voor een tijd (4h, 3d) of tot een dag (morgen 9:00, ma, 2026-12-01)
help-send = wanneer uw wachtende bericht wordt gemaild: send at 8:00, send at ma; send now mailt het meteen
help-draft = geeft een concept dat op een ✅ wacht nieuwe woorden, wie het ook schreef
help-answer = mailt een klaargezet antwoord uit uw naam; zonder naam worden ze alle genoemd
help-compose = begint een gesprek in een eigen kamer; wat ontbreekt, wordt gevraagd; verdere regels zijn de eerste mail
help-forward = stuurt een mail naar iemand buiten, desgewenst met woorden erbij; de antwoorden komen in een eigen kamer
help-cancel = beëindigt mijn vragen over een nieuw gesprek; er wordt geen begonnen
help-to = wie uw volgende bericht krijgt, en waarom; +adres voegt toe, -adres haalt weg, adressen alleen zijn de nieuwe lijst
help-cc = wie kopieën krijgt; op dezelfde manier te wijzigen
help-bcc = wie het krijgt zonder dat iemand anders dat ziet; op dezelfde manier te wijzigen
help-from = vanaf welk adres van het account dit gesprek wordt geschreven
help-subject = het onderwerp van de volgende mails
help-reply-to-sender = antwoorden gaan alleen naar de afzender van wat wordt beantwoord; off: weer naar iedereen. Voor één bericht: !sender TEKST
help-block = van wie de mail niet wordt getoond, in het account of in deze kamer (“here”); als antwoord op een bericht: de afzender ervan, in deze kamer
help-allow = wie zonder navraag deelneemt; als antwoord op een bericht: de afzender ervan, in deze kamer
help-rules = toont wie mag deelnemen en hoeveel mails niet zijn getoond; “drop” haalt een regel weg
help-entry = toont of bepaalt of in deze kamer iedereen mag deelnemen die antwoordt en gecontroleerd is
help-invite = nodigt iemand met een adres uit om per e-mail aan deze kamer mee te doen; ‘last’ met een getal stuurt zoveel van de laatste berichten mee
help-uninvite = beëindigt dat iemand per e-mail aan deze kamer meedoet
help-guests = toont wie deze kamer per e-mail leest. Verandert wat zij over hen zegt: ‘answer’ of ‘invitation’ (vanaf wanneer zij krijgen wat gezegd wordt), ‘now’, ‘hourly’ of ‘daily’, ‘verified’ of ‘unverified’
help-move = als antwoord op een bericht: zet het, met wat erop antwoordt, in het gesprek van een andere kamer
help-split = als antwoord op een bericht: maakt er, met alles wat erna kwam, een eigen gesprek van
help-merge = zet dit hele gesprek in dat van een andere kamer
help-help = toont deze lijst
help-status = toont hoe het met het account staat en hoe ver de mails van deze kamer zijn gekomen
help-retry = probeert opnieuw wat niet kon worden bezorgd; als antwoord op een bericht: alleen dat
help-unpause = stuurt weer naar een adres waar een mail niet kon worden bezorgd
help-search = vindt mails en antwoorden op hun woorden, ook in bestanden: from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06, “woorden tussen aanhalingstekens”, -woord, page 2
help-source = als antwoord op een bericht: zet de originele mail hier als bestand
help-why = als antwoord op een bericht: waarom de mail in dit gesprek staat en hoe de afzender is gecontroleerd
help-accept = als antwoord op het bericht over een verdachte mail: toont hem in zijn gesprek
help-refuse = als antwoord op het bericht over een verdachte mail: laat hem weg
help-overflow = toont de mails die wachten omdat er te veel van buiten kwam; “let-in” laat ze binnen, “discard” laat ze weg
help-old = toont de oude mail die in grote hoeveelheid kwam en wacht; “quietly” en “as-new” laten hem binnen, “leave” laat hem in de mailbox
help-account = toont de accounts die tijdens de werking zijn toegevoegd; “add”, “change” en “remove” doen dat, alleen wachtwoorden geeft u elders
help-accounts = toont hoe het met elk van uw accounts staat: de toestand, sinds wanneer, en de laatste mail; “retry” verbindt nu wat niet bereikbaar is
help-team = toont wie niet meer bij het team hoort en nog in de kamers is; “leave” verwijdert hen, “stay” laat hen daar zonder rechten
help-queue = toont wat wacht om verstuurd of getoond te worden, en wat mislukt is
help-quarantine = toont wat niet gelezen of gedaan kon worden; “show” zegt meer over één ding, “retry” probeert het opnieuw
help-reload = leest het configuratiebestand opnieuw, zonder herstart
help-ping = toont hoe lang de weg van de Matrix-server tot het antwoord duurde
help-language = toont of bepaalt de taal waarin u antwoord krijgt
help-login = uw eigen mailbox meebrengen, in een direct gesprek met mij
help-logout = uw eigen mailbox weer weghalen
help-zone = toont of bepaalt de tijdzone waarin u tijden worden genoemd
queue-not-shown = ⚠ Hier ontbreekt een deel van deze mail: de Matrix-server neemt het niet aan. “!mail quarantine” in de kamer “Moderatie” zegt meer.
queue-set-aside = ⚠ Hiermee ging iets mis: het wordt niet gemaild en verandert geen mail. Schrijf het nog eens, alstublieft; helpt dat niet, dan zegt “!mail quarantine” in de kamer “Moderatie” meer.
queue-returned-mail = Dit is niet gemaild: Mailroom keek sinds { $since } niet naar dit account om. Het gaat nu niet vanzelf weg: reageer met ✅ om het te mailen, met ❌ om het weg te gooien.
queue-unseen-mail = Ik kan de kamer waarin dit is geschreven niet meer lezen, dus ik zie niet of het daar is gewijzigd of verwijderd: “{ $words }”. Het gaat niet vanzelf weg: reageer met ✅ om het te mailen zoals het hier staat, met ❌ om het te laten vallen.
queue-returned-fixed = Dit wacht op een ja en kan niet meer worden gewijzigd: reageer met ✅ om het te mailen zoals het is, met ❌ om het weg te gooien.
queue-returned-released = Het wordt nu gemaild.
queue-returned-discarded = Weggegooid: niet gemaild.
queue-not-served = Mailroom kijkt op dit moment niet naar het account { $account } om: wat hier wordt gezegd, wordt niet gemaild, en mail eraan wordt niet getoond. Er gaat niets verloren: zodra het weer wordt bediend, wordt u hier gevraagd wat er gebeurt met wat intussen is gezegd. Wie Mailroom beheert, weet waarom.
queue-unserved = geen proces bedient het sinds { $since }
attempt-list = Pogingen om hem aan de mailserver over te dragen:
attempt-accepted = { $attempt }. { $time }, { $address }: aangenomen
attempt-deferred = { $attempt }. { $time }, { $address }: nog niet aangenomen
attempt-refused = { $attempt }. { $time }, { $address }: geweigerd
attempt-not-sent = { $attempt }. { $time }, { $address }: niet overgedragen
attempt-unknown = { $attempt }. { $time }, { $address }: misschien verstuurd
delivery-waits = Nog niet gemaild.
delivery-leaves-by-itself = Het bericht wordt bewaard en gaat vanzelf weg zodra dat is verholpen.
delivery-waited = Dit bericht is niet gemaild: het heeft te lang op onze eigen mailserver gewacht.
relay-since = Er wordt niets gemaild sinds { $time }.
relay-news = ⚠ Er wordt niets gemaild sinds { $time }.
relay-well = Sinds { $time } gaat er weer mail weg. Wat wachtte, is onderweg.
relay-trouble-login = Onze eigen mailserver weigert de aanmelding voor het versturen: het wachtwoord in de configuratie klopt niet, of de provider heeft de aanmelding geblokkeerd.
relay-trouble-login-later = Onze eigen mailserver kan de aanmelding voor het versturen nu niet controleren.
relay-trouble-certificate-expired = Het certificaat van onze eigen mailserver is verlopen, dus er wordt hem geen mail toevertrouwd.
relay-trouble-certificate-unknown = Het certificaat van onze eigen mailserver is niet te vertrouwen: het staat op een andere naam, of is van iemand die Mailroom niet kent.
relay-trouble-tls = Er kan geen versleutelde verbinding met onze eigen mailserver worden gemaakt.
relay-trouble-connection-refused = Onze eigen mailserver neemt geen verbindingen aan.
relay-trouble-name-unknown = De naam van onze eigen mailserver is niet te vinden.
relay-trouble-silent = Onze eigen mailserver antwoordt niet.
relay-trouble-unreachable = Onze eigen mailserver is niet bereikbaar.
relay-trouble-refuses = Onze eigen mailserver wijst Mailroom af zodra die verbinding maakt.
relay-says = Hij zegt: { $words }
relay-remedy-password = Wat wordt geschreven, wacht (⏳) en gaat dan vanzelf weg. Laat degene die Mailroom beheert het wachtwoord (of oauth2) in zijn bestand verbeteren: het wordt binnen een minuut geprobeerd. “accounts retry { $account }” in de directe chat met mij probeert het meteen.
relay-remedy-certificate = Wat wordt geschreven, wacht (⏳) en gaat dan vanzelf weg. Wie de mailserver beheert, moet het certificaat vernieuwen, of wie Mailroom beheert, moet de juiste server en zijn autoriteit noemen (smtp.host, smtp.ca_file).
relay-remedy-server = Wat wordt geschreven, wacht (⏳) en gaat vanzelf weg zodra de server antwoordt; het wordt hem om de paar minuten gevraagd. Duurt dat lang, vraag dan wie de mailserver beheert.
relay-not-mailed-failed = Niet gemaild aan { $people }.
relay-not-mailed-again = Nog niet gemaild aan { $people }; het wordt vanzelf opnieuw geprobeerd.
relay-refusal-news = ⚠ Onze eigen mailserver neemt een mail van ons niet aan. Wie hem heeft geschreven, weet ervan.
relay-refusal-once = Volgende mails waarmee hetzelfde gebeurt, worden gemeld aan wie ze heeft geschreven, en hier na een dag opnieuw.
relay-refusal-limit = Onze eigen mailserver neemt voorlopig geen mail meer aan: er zijn er zoveel verstuurd als hij toestaat.
relay-refusal-login-needed = Onze eigen mailserver neemt geen mail aan zonder aanmelding, of niet met deze.
relay-refusal-full = Onze eigen mailserver heeft op dit moment geen ruimte, of onze mailbox daar is vol.
relay-refusal-sender = Onze eigen mailserver laat ons niet onder dit adres versturen.
relay-refusal-relaying = Onze eigen mailserver geeft voor ons geen mail aan anderen door.
relay-refusal-too-large = Onze eigen mailserver neemt geen mail aan die zo groot is.
relay-refusal-content = Onze eigen mailserver houdt de mail voor spam, of heeft bezwaar tegen wat erin staat.
relay-refusal-other = Onze eigen mailserver neemt de mail niet aan.
relay-help-limit = Er hoeft niets te gebeuren: de mail gaat weg zodra er weer ruimte is, meestal binnen een dag. Gebeurt dit vaak, vraag de provider dan om een hogere grens.
relay-help-login-needed = Wie Mailroom beheert, moet in de configuratie naar smtp.user, smtp.password, smtp.port en smtp.security kijken.
relay-help-full = Meestal gaat dit vanzelf over. Duurt het lang, verwijder dan oude mail uit de mailbox of vraag de provider om meer ruimte.
relay-help-sender = Vraag de provider om deze aanmelding onder het adres van de account te laten versturen, of laat wie Mailroom beheert de aanmelding gebruiken die erbij hoort. Daarna verstuurt !mail retry hem.
relay-help-relaying = Wie Mailroom beheert, moet in de configuratie naar smtp.host en de aanmelding kijken. Daarna verstuurt !mail retry hem.
relay-help-too-large = In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
relay-help-content = Zeg het met andere woorden of zonder de bestanden en links. Worden gewone mails zo geweigerd, vraag de provider dan waarom.
relay-help-other = Vraag het aan wie de mailserver beheert, met de woorden hierboven. !mail retry probeert het opnieuw.
provider-microsoft-smtp-off = Microsoft: verzenden door programma’s (SMTP AUTH) staat uit voor de hele organisatie. Haar beheerder kan het toestaan voor deze mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: verzenden door programma’s (SMTP AUTH) staat uit voor deze mailbox. De beheerder van de organisatie zet het aan: gebruiker, E-mail, E-mail-apps beheren, Geverifieerde SMTP.
provider-microsoft-no-passwords = Microsoft neemt van programma’s geen wachtwoorden aan. In plaats van het wachtwoord komt een aanmelding bij Microsoft (oauth2).
provider-microsoft-policy = Microsoft: een regel van de organisatie (standaardinstellingen voor beveiliging of voorwaardelijke toegang) verbiedt deze aanmelding. Haar beheerder moet die toestaan.
provider-microsoft-send-as = Microsoft: deze aanmelding mag niet onder dit adres verzenden. De beheerder van de organisatie geeft haar voor de mailbox het recht “Verzenden als”.
provider-microsoft-not-logged-in = Microsoft neemt mail om te verzenden alleen aan na een aanmelding: smtp heeft een gebruiker nodig, en een wachtwoord of oauth2.
provider-microsoft-not-connected = Microsoft neemt de aanmelding aan en opent de mailbox niet: IMAP staat ervoor uit, hij heeft geen licentie, of Exchange heeft zelf problemen.
provider-microsoft-consent = Microsoft: nog niemand heeft ermee ingestemd dat Mailroom deze mailbox gebruikt. Meld je opnieuw aan en stem in; waar alleen de beheerder van de organisatie dat mag, moet die het doen.
provider-microsoft-login = Microsoft laat deze aanmelding niet in de mailbox: het wachtwoord of de toestemming klopt niet, wie instemde mag deze mailbox niet gebruiken, of IMAP of SMTP staat ervoor uit.
provider-client-refused = De provider kent de client van Mailroom niet, of het geheim van de client is verlopen. Een beheerder moet client_id en client_secret verbeteren.
provider-login-again = De toestemming om deze mailbox te gebruiken ontbreekt, is verlopen of is ingetrokken, bijvoorbeeld na een gewijzigd wachtwoord. Iemand moet zich opnieuw aanmelden.
provider-google-app-password = Google neemt van programma’s geen gewone wachtwoorden aan: het wil een app-wachtwoord (daarvoor is verificatie in twee stappen nodig) of een aanmelding bij Google (oauth2).
provider-google-login = Google neemt deze aanmelding niet aan. Gewone wachtwoorden neemt het van programma’s niet aan: een app-wachtwoord helpt, of een aanmelding bij Google (oauth2).
provider-google-web-login = Google wil dat de eigenaar van de mailbox zich één keer in een webbrowser aanmeldt en bevestigt dat die het was.
provider-google-imap-off = Google: IMAP staat uit voor deze mailbox. Het wordt aangezet in de instellingen van Gmail, bij “Doorsturen en POP/IMAP”.
provider-google-imap-off-organisation = Google: IMAP staat uit voor de hele organisatie. Haar beheerder zet het aan in de Beheerdersconsole.
provider-app-password = Deze provider neemt van programma’s geen gewone wachtwoorden aan: maak een app-wachtwoord in de beveiligingsinstellingen van de mailbox en gebruik dat.
mailbox-archived = Iemand heeft deze mail in een mailprogramma gearchiveerd. Het gesprek is hier nog open: ✅ sluit het.
mailbox-deleted = Iemand heeft deze mail in een mailprogramma verwijderd. Hier blijft hij staan, en het gesprek is nog open: ✅ sluit het.
mailbox-moved = Iemand heeft deze mail in een mailprogramma naar een andere map verplaatst. Het gesprek is hier nog open: ✅ sluit het.
mailbox-many =
    { $count ->
        [one] { $count } mail is in één keer in een mailprogramma gelezen, gearchiveerd of verwijderd. In de kamer staat daar niets over.
       *[other] { $count } mails zijn in één keer in een mailprogramma gelezen, gearchiveerd of verwijderd. In hun kamers staat daar niets over.
    }
guests-room-welcome = Aan deze kamer kunnen mensen meedoen die alleen e-mail hebben. Niets verlaat haar per e-mail voordat iemand is uitgenodigd.
guests-room-welcome-how = Zo nodigt u iemand uit: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } is uitgenodigd om per e-mail mee te doen. Nu gaat er één mail uit, en wat hier gezegd wordt pas na een antwoord daarop. !mail uninvite maakt dat ongedaan.
guests-invited-at-once = ✉ { $person } is uitgenodigd om per e-mail mee te doen en krijgt voortaan per e-mail wat hier gezegd wordt. !mail uninvite beëindigt dat.
guests-unverified-hint = Niemand controleert de afzenders van mail aan dit account; daarom wordt mail van gasten hier niet getoond. !mail guests unverified toont die.
guests-unreadable = Wie? Daarvoor is één adres nodig, zoals: !mail invite bob@example.org Bob
guests-refused-own = { $address } is een van onze eigen adressen. Nodig de persoon in Matrix uit.
guests-refused-member = { $address } is van iemand uit het team. Nodig die persoon in Matrix uit.
guests-refused-no-power = Er is niemand uitgenodigd: deze kamer laat u niemand uitnodigen. Vraag het iemand die dat mag.
guests-refused-encrypted = Er is niemand uitgenodigd: deze kamer is versleuteld, en wat erin gezegd wordt mag er niet per e-mail uit.
guests-refused-already = { $address } is al uitgenodigd. !mail guests toont wie per e-mail meeleest.
guests-refused-stopped = { $address } wil geen mail van hier. Alleen diegene kan dat veranderen, met een mail met het woord START aan { $account }.
guests-refused-member-quota = Er is niemand uitgenodigd: u hebt er binnen een dag { $count } uitgenodigd, zoveel als de configuratie toestaat. Probeer het morgen opnieuw.
guests-refused-all-quota = Er is niemand uitgenodigd: allen samen hebben er binnen een dag { $count } uitgenodigd, zoveel als de configuratie toestaat. Probeer het morgen opnieuw.
guests-refused-person-quota = Er is niemand uitgenodigd: { $address } heeft binnen een dag al meerdere uitnodigingen gekregen. Probeer het morgen opnieuw.
guests-no-room = Dit is geen kamer voor gasten. !mail to toont wie krijgt wat hier gezegd wordt.
guests-removed = { $person } krijgt niets meer uit deze kamer.
guests-not-there = { $address } is geen gast van deze kamer. !mail guests toont wie dat is.
guests-answered = { $person } heeft de uitnodiging beantwoord en doet mee: wat hier gezegd wordt gaat er voortaan per e-mail heen.
guests-stopped = { $person } wil geen mail meer van hier en krijgt niets uit deze kamer. Alleen diegene kan dat veranderen, met een mail met het woord START aan { $account }.
guests-started = { $person } doet weer per e-mail mee.
guests-failed = ⚠ De uitnodiging aan { $person } kon niet worden bezorgd en is voorbij. Kijk of het adres klopt.
guests-leaves = Wat hier gezegd wordt gaat per e-mail naar { $people }.
guests-unverified-kept = Een mail die van { $person } zegt te zijn wordt niet getoond: niemand controleert de afzenders van mail aan dit account. !mail guests unverified toont de volgende.
guests-list-none = Er is niemand uitgenodigd om per e-mail aan deze kamer mee te doen.
guests-state-invited = uitgenodigd, nog geen antwoord
guests-state-active = doet mee per e-mail
guests-state-stopped = wil geen mail
guests-state-removed = is eruit gehaald
guests-state-failed = was niet te bereiken
guests-consent-answer = Wie is uitgenodigd krijgt na een antwoord wat hier gezegd wordt.
guests-consent-invitation = Wie is uitgenodigd krijgt meteen wat hier gezegd wordt.
guests-delivery-now = Het gaat uit na een pauze in het gesprek.
guests-delivery-hourly = Het wordt verzameld en gaat één keer per uur uit.
guests-delivery-daily = Het wordt verzameld en gaat één keer per dag uit.
guests-verified = Mail van gasten wordt niet getoond, omdat niemand de afzenders controleert: !mail guests unverified
guests-unverified = Mail van gasten wordt getoond, hoewel niemand de afzenders controleert: !mail guests verified
guests-ghost-name = { $name } (per e-mail)
guests-mail-subject = Uitnodiging: { $room }
guests-mail-subject-unnamed = Uitnodiging van { $name }
guests-mail-invites = { $name } nodigt u uit voor het gesprek ‘{ $room }’. Het vindt plaats in een chat; u doet mee met uw mailprogramma en hebt verder niets nodig.
guests-mail-invites-unnamed = { $name } nodigt u uit voor een gesprek. Het vindt plaats in een chat; u doet mee met uw mailprogramma en hebt verder niets nodig.
guests-mail-how = Om mee te doen beantwoordt u deze mail: uw antwoord wordt daar aan iedereen getoond, en vanaf dan krijgt u wat er gezegd wordt. Zonder antwoord krijgt u verder niets.
guests-mail-how-at-once = Vanaf nu krijgt u wat er gezegd wordt. Wat u antwoordt wordt daar aan iedereen getoond.
guests-mail-stop = Wilt u geen mail van hier, antwoord dan met alleen het woord STOP. Dan kan niemand hier u meer uitnodigen.
guests-stopped-subject = U krijgt geen mail meer van hier
guests-stopped-text = Een mail onder uw adres vroeg daarom. U doet hier aan geen gesprek meer mee, en niemand kan u uitnodigen.
guests-stopped-undo = Was u dat niet, of bedenkt u zich, antwoord dan op deze mail met alleen het woord START.
guests-not-here = \`!mail { $name }\` is voor mailgesprekken. Wie deze kamer per mail leest is hier gast: \`!mail guests\` toont de gasten, \`!mail invite ADRES\` nodigt iemand uit.
guests-encrypted-subject = Wat daar gezegd wordt is nu versleuteld
guests-encrypted-text = In het gesprek waarvoor { $by } u heeft uitgenodigd zijn de berichten nu versleuteld. Die kunnen niet per mail worden verstuurd, dus u krijgt er geen. Wat u schrijft komt daar nog aan. Vraag { $by } hoe het verder gaat.
guests-page-title = Geen mail meer
guests-page-text = Druk op de knop als u geen mail meer wilt van de gesprekken hier.
guests-page-button = Mail stoppen
guests-page-done = Klaar. U krijgt geen mail meer van de gesprekken hier, en niemand kan u uitnodigen.
guests-page-undo = Om dat ongedaan te maken antwoordt u op een mail die u hebt met alleen het woord START.
reaction-said = { $name } heeft gereageerd met { $emoji }.
reaction-unplaced = Een reactie van { $person }. Ze hoort bij geen bericht dat hier bekend is, of komt niet van iemand die aan het gesprek deelneemt; ze staat in de mailbox.
reaction-leaves = Een reactie zoals { $emoji } op een mail van { $person } gaat als mail naar die persoon, naar niemand anders. Haal haar binnen { $seconds } seconden weg, en ze gaat niet weg.
reaction-mailed = { $name } heeft gereageerd op uw bericht.
history-done =
    De mail sinds { $since } staat er: { $mails ->
        [one] één mail
       *[other] { $mails } mails
    } in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }, in een eigen space. Niemand kreeg er bericht van of werd uitgenodigd, en nieuwe mail gaat in dezelfde kamers verder.
history-none = Er was sinds { $since } geen mail om op te halen.
history-left =
    { $count ->
        [one] Eén eerdere mail kon
       *[other] { $count } eerdere mails konden
    } niet worden opgehaald; wat in de mailbox ligt, blijft daar:
history-reading = haalt de mail sinds { $since } op: tot nu toe { $found } gevonden
history-filling = haalt de mail sinds { $since } op: { $settled } van { $found }
history-waits = wacht op { $what }
web-not-there = Hier is niets
web-not-there-help = Kijk of de hele link is geopend: mailprogramma’s knippen hem soms af. Links voor één keer gebruik zijn daarna weg.
web-too-many = Te veel verzoeken
web-too-many-help =
    { $seconds ->
        [one] Wacht een seconde en laad deze pagina dan opnieuw.
       *[other] Wacht { $seconds } seconden en laad deze pagina dan opnieuw.
    }
web-failed = Hier ging iets mis
web-failed-help = Er is niets verloren gegaan. Probeer het zo nog eens; blijft het zo, zeg het dan tegen degenen die Mailroom beheren.
web-foreign-form = Dit formulier kwam niet van onze pagina
web-foreign-form-help = Voor uw veiligheid is er niets gedaan. Open de link opnieuw en vul het formulier daar in.
login-link = Open deze pagina binnen 15 minuten en log daar in met uw mailbox: { $link } Wat u daar invult, komt niet in Matrix.
login-link-then = Aan het eind toont de pagina zes cijfers. Schrijf ze hier: login en de cijfers. Geef niemand de link of de cijfers.
login-added = { $address } is nu hier: nieuwe mail komt in kamers in de space „{ $name }”, waarvoor u bent uitgenodigd en niemand anders. !mail logout haalt hem weer weg.
login-wrong =
    { $left ->
        [one] Dit zijn niet de cijfers die de pagina toont. Nog één poging, dan vervalt de aanmelding.
       *[other] Dit zijn niet de cijfers die de pagina toont. Nog { $left } pogingen, dan vervalt de aanmelding.
    }
login-spent = Dat was te vaak fout; de aanmelding is vervallen en wat was ingevuld, is gewist. !mail login begint opnieuw.
login-none = Er wacht geen aanmelding van u op cijfers. !mail login begint er een; de cijfers gelden tien minuten.
login-already-taken = { $address } is hier al een account. Wie Mailroom beheert, kan zeggen van wie.
login-no-words = Schrijf hier niets dan !mail login, en later de zes cijfers van de pagina. Was dat een wachtwoord: verwijder het bericht en verander het wachtwoord.
login-not-allowed = Wie Mailroom beheert, heeft u niet toegestaan een eigen mailbox mee te brengen (logins.allowed in de configuratie).
login-no-pages = Eigen mailboxen zijn hier toegestaan, maar er is geen pagina om in te loggen. Wie Mailroom beheert, moet web in de configuratie instellen.
logout-none = Hier is geen mailbox van u.
logout-which = Welke? !mail logout en het adres: { $addresses }
logout-done = { $address } is weggehaald: de aanmelding, het wachtwoord, de mails en wat daarvan was onthouden. De mailbox zelf is zoals hij was. Ik verlaat de kamers.
login-page-title = Inloggen met uw mailbox
login-page-whose = Deze pagina is voor { $user }. De mail van de mailbox wordt in Matrix aan { $user } getoond. Ga alleen verder als u dat bent.
login-page-begin = Dat ben ik, verder
login-page-wrong-title = Nog niet ingelogd
login-page-address = Mailadres
login-page-password = Wachtwoord van de mailbox
login-page-password-hint = Veel aanbieders willen er een voor programma’s (app-wachtwoord) als u met een tweede factor inlogt.
login-page-name = Uw naam in mails
login-page-name-hint = Mag leeg blijven.
login-page-servers = Servers
login-page-servers-hint = Ze worden met het adres gevonden. Vul ze alleen in als dat niet lukt.
login-page-imap = Mail komt van (IMAP)
login-page-smtp = Mail vertrekt via (SMTP)
login-page-host = Server
login-page-port = Poort
login-page-security = Versleuteling
login-page-user = Gebruikersnaam, als dat niet het adres is
login-page-try = Inloggen
login-page-no-address = Dat is geen mailadres. Het ziet er zo uit: anna@example.org.
login-page-no-password = Het wachtwoord ontbreekt, of heeft tekens die er geen kan hebben.
login-page-too-often = Deze link is te vaak geprobeerd. Schrijf !mail login aan Mailroom voor een nieuwe.
login-page-servers-none = Voor dit adres zijn geen servers gevonden. Vul in wat uw aanbieder noemt.
login-page-servers-closed = Mailboxen van dit domein kunnen hier niet worden meegebracht. Wie Mailroom beheert, kan de servers noemen.
login-page-servers-not-public = Deze servers hebben geen openbare naam met een openbaar adres; er wordt geen verbinding mee gemaakt. Wie Mailroom beheert, kan interne servers noemen.
login-page-servers-port = Dat is geen poort van een mailserver: IMAP heeft 993 of 143, SMTP 465 of 587.
login-page-refused = { $server } nam adres en wachtwoord niet aan. Kijk of beide kloppen, en of uw aanbieder een app-wachtwoord wil of mailprogramma’s eerst moet toestaan.
login-page-tls = { $server } toonde geen certificaat dat te vertrouwen is. Kijk of de naam klopt.
login-page-away = { $server } was niet te bereiken. Kijk of naam, poort en versleuteling kloppen, of probeer het later nog eens.
login-page-taken = Dit adres is hier al een account. Wie Mailroom beheert, kan zeggen van wie.
login-page-code-title = Nog één stap
login-page-code = De mailbox is gevonden. Schrijf dit in uw directe gesprek met Mailroom, als { $user }:
login-page-code-then = Het geldt tien minuten, en als u het niet schrijft, blijft er niets bewaard. Zeg het niemand. Daarna kunt u deze pagina sluiten.
login-page-found = De mail wordt gelezen bij { $imap } en verstuurd via { $smtp }.
login-page-over = Deze link is al gebruikt of is te oud
login-page-over-help = Schrijf !mail login in uw directe gesprek met Mailroom voor een nieuwe.
login-page-coded = De cijfers zijn al getoond
login-page-coded-help = Schrijf ze in uw directe gesprek met Mailroom. Zijn ze kwijt, schrijf daar dan !mail login voor een nieuwe link.
login-page-elsewhere = Deze link is in een andere browser geopend
login-page-elsewhere-help = Hij geldt in de browser waarin hij het eerst is geopend. Was dat niet de uwe, dan heeft iemand anders de link: schrijf !mail login in uw directe gesprek met Mailroom, dan is deze waardeloos.
`,
  pl: `
mail-image = [obraz: { $alt }]
mail-image-without-alt = [obraz]
mail-rest = Reszta e-maila
mail-plain-rendering = Zwykły tekst e-maila
mail-html-rendering = Sformatowany tekst e-maila
mail-spoiler = [ukryte: { $text }]
mail-cut-here = [Ucięto tutaj: widać { $shownKb } z { $totalKb } KB. Cała wiadomość jest w załączniku.]
mail-signed-pgp = Ta wiadomość jest podpisana przez OpenPGP; podpisu nie sprawdzono.
mail-signed-smime = Ta wiadomość jest podpisana przez S/MIME; podpisu nie sprawdzono.
mail-encrypted-pgp = Ta wiadomość jest zaszyfrowana przez OpenPGP. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
mail-encrypted-smime = Ta wiadomość jest zaszyfrowana przez S/MIME. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
mail-opaque-smime = Ta wiadomość jest podpisana przez S/MIME tak, że tekst znajduje się w podpisie; jest w załączniku bez zmian.
mail-password-protected = Plik { $name } jest zabezpieczony: do otwarcia może być potrzebne hasło.
mail-further-files = Pozostałe pliki
mail-files-bundled = Z wszystkich plików tego e-maila ({ $all }) w tym archiwum jest: { $count }.
nested-mail = Załączony e-mail
nested-from = Od
nested-date = Data
nested-subject = Temat
nested-more-in-file = … reszta jest w pliku { $name }
unread-file = Nie udało się odczytać pliku „{ $name }” z jego e-maila. Zamiast niego jest tu cały e-mail jako plik.
unread-file-missing = Nie udało się odczytać pliku „{ $name }” z jego e-maila, dlatego go tu brakuje. Poszukaj go w skrzynce, w programie pocztowym.
unread-mail = Przyszedł e-mail od { $sender } („{ $subject }”), którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-subject = Przyszedł e-mail od { $sender }, którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-sender = Przyszedł e-mail („{ $subject }”), którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-sender-and-subject = Przyszedł e-mail, którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-oversize-mail = Przyszedł e-mail o rozmiarze { $size } od { $sender } („{ $subject }”). Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-subject = Przyszedł e-mail o rozmiarze { $size } od { $sender }. Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-sender = Przyszedł e-mail o rozmiarze { $size } („{ $subject }”). Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-sender-and-subject = Przyszedł e-mail o rozmiarze { $size }. Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-reason-too-large = jest za duży
unread-reason-empty = jest pusty
unread-reason-time = odczyt trwał zbyt długo
unread-reason-memory = odczyt wymagał zbyt dużo pamięci
unread-reason-crash = program, który czyta pocztę, sobie z nim nie poradził
unread-reason-oversize = jest za duży
unread-reason-failed = coś się tu nie udało
calendar-title-invitation = Zaproszenie
calendar-title-changed = Zmienione zaproszenie
calendar-title-cancelled = Odwołane
calendar-title-reply = Odpowiedź na zaproszenie
calendar-title-counter = Propozycja innego terminu
calendar-title-published = Termin
calendar-title-task = Zadanie
calendar-label = { $name }:
calendar-when = Kiedy
calendar-where = Gdzie
calendar-join = Dołącz
calendar-organizer = Organizuje
calendar-attendees = Uczestnicy
calendar-repeats = Powtarzanie
calendar-comment = Komentarz
calendar-untitled = (bez tytułu)
calendar-all-day = cały dzień
calendar-before = wcześniej: { $value }
calendar-occurrence = tylko ten w dniu { $date }
calendar-added = nowe: { $names }
calendar-removed = już nie: { $names }
calendar-accepted = przyjęte
calendar-declined = odrzucone
calendar-tentative = wstępnie
calendar-delegated = przekazane
calendar-no-answer = jeszcze bez odpowiedzi
calendar-optional = opcjonalnie
calendar-and-more = i jeszcze { $count }
calendar-date = { $weekday }., { $day } { $month } { $year }
calendar-weekday-sunday = niedziela
calendar-weekday-monday = poniedziałek
calendar-weekday-tuesday = wtorek
calendar-weekday-wednesday = środa
calendar-weekday-thursday = czwartek
calendar-weekday-friday = piątek
calendar-weekday-saturday = sobota
calendar-weekday-short-sunday = niedz
calendar-weekday-short-monday = pon
calendar-weekday-short-tuesday = wt
calendar-weekday-short-wednesday = śr
calendar-weekday-short-thursday = czw
calendar-weekday-short-friday = pt
calendar-weekday-short-saturday = sob
calendar-month-january = stycznia
calendar-month-february = lutego
calendar-month-march = marca
calendar-month-april = kwietnia
calendar-month-may = maja
calendar-month-june = czerwca
calendar-month-july = lipca
calendar-month-august = sierpnia
calendar-month-september = września
calendar-month-october = października
calendar-month-november = listopada
calendar-month-december = grudnia
calendar-local-time = czas lokalny
calendar-every-second =
    { $interval ->
        [one] co sekundę
        [few] co { $interval } sekundy
       *[many] co { $interval } sekund
    }
calendar-every-minute =
    { $interval ->
        [one] co minutę
        [few] co { $interval } minuty
       *[many] co { $interval } minut
    }
calendar-every-hour =
    { $interval ->
        [one] co godzinę
        [few] co { $interval } godziny
       *[many] co { $interval } godzin
    }
calendar-every-day =
    { $interval ->
        [one] codziennie
        [few] co { $interval } dni
       *[many] co { $interval } dni
    }
calendar-every-week =
    { $interval ->
        [one] co tydzień
        [few] co { $interval } tygodnie
       *[many] co { $interval } tygodni
    }
calendar-every-month =
    { $interval ->
        [one] co miesiąc
        [few] co { $interval } miesiące
       *[many] co { $interval } miesięcy
    }
calendar-every-year =
    { $interval ->
        [one] co rok
        [few] co { $interval } lata
       *[many] co { $interval } lat
    }
calendar-on-weekdays = w dni: { $days }
calendar-weekday-nth = { $weekday } ({ $nth }. raz w miesiącu)
calendar-weekday-nth-last =
    { $nth ->
        [1] { $weekday } (ostatni raz w miesiącu)
       *[other] { $weekday } ({ $nth }. raz od końca miesiąca)
    }
calendar-and = { $items } i { $last }
calendar-on-month-days = { $days } miesiąca
calendar-month-day = { $day }. dnia
calendar-month-day-last =
    { $nth ->
        [1] ostatniego dnia
       *[other] { $nth }. dnia od końca
    }
calendar-in-months = w ciągu { $months }
calendar-times =
    { $count ->
        [1] raz
       *[other] { $count } razy
    }
calendar-until = do { $date }
calendar-own-time = czyli { $time }
calendar-except = z wyjątkiem: { $dates }
calendar-contact = Kontakt
calendar-contacts =
    { $count ->
        [one] { $count } kontakt
        [few] { $count } kontakty
       *[many] { $count } kontaktów
    }
calendar-outdated = Nowsza wersja tego zaproszenia już przyszła.
report-action-failed = Nie doręczono: { $who }.
report-action-failed-without-who = Jednego e-maila nie doręczono.
report-action-delayed = Jeszcze nie doręczono: { $who }.
report-action-delayed-without-who = Jednego e-maila jeszcze nie doręczono.
report-action-delivered = Doręczono: { $who }.
report-action-delivered-without-who = Jeden e-mail doręczono.
report-action-relayed = E-mail do { $who } przekazano serwerowi, który nie podaje, czy go doręczy.
report-action-relayed-without-who = Jeden e-mail przekazano serwerowi, który nie podaje, czy go doręczy.
report-action-expanded = E-mail do { $who } doręczono i rozesłano do kilku osób.
report-action-expanded-without-who = Jeden e-mail doręczono i rozesłano do kilku osób.
report-reason-unknown-user = Taki adres nie istnieje.
report-reason-unknown-host = Taka domena (część po znaku @) nie istnieje.
report-reason-moved = Odbiorca ma teraz inny adres.
report-reason-no-mail-host = Ta domena nie przyjmuje poczty.
report-reason-mailbox-full = Skrzynka odbiorcy jest pełna.
report-reason-disabled = Skrzynka odbiorcy jest wyłączona.
report-reason-too-large = E-mail jest za duży dla serwera odbiorcy.
report-reason-spam = Serwer odbiorcy uznał e-mail za spam.
report-reason-authentication = Serwer odbiorcy nie wierzy, że e-mail pochodzi od nas. Kto prowadzi naszą pocztę, może sprawdzić SPF, DKIM i DMARC.
report-reason-policy = Reguły serwera odbiorcy na to nie pozwalają.
report-reason-loop = E-mail krążył w kółko.
report-reason-network = Serwer odbiorcy był nieosiągalny.
report-reason-expired = Nie udało się go doręczyć na czas.
report-reason-rate = Serwer odbiorcy przyjmuje tylko ograniczoną liczbę e-maili.
report-reason-refused = Serwer odbiorcy go odrzucił.
report-reason-other = { "" }
report-server-says = Serwer podaje: { $words }
report-about = Chodzi o e-mail „{ $subject }”.
report-goes-on-trying = Serwer sam próbuje dalej.
report-disposition-displayed = { $who }: otwarto „{ $subject }”.
report-disposition-displayed-without-subject = { $who }: otwarto e-mail.
report-disposition-deleted = { $who }: usunięto „{ $subject }”, być może bez czytania.
report-disposition-deleted-without-subject = { $who }: usunięto e-mail, być może bez czytania.
report-disposition-denied = Program pocztowy { $who } nie podaje, czy „{ $subject }” otwarto.
report-disposition-denied-without-subject = Program pocztowy { $who } nie podaje, czy e-mail otwarto.
report-disposition-failed = Program pocztowy { $who } nie poradził sobie z „{ $subject }”.
report-disposition-failed-without-subject = Program pocztowy { $who } nie poradził sobie z e-mailem.
report-disposition-processed = „{ $subject }” do { $who } obsłużył program.
report-disposition-processed-without-subject = E-mail do { $who } obsłużył program.
report-disposition-dispatched = „{ $subject }” do { $who } przekazano dalej.
report-disposition-dispatched-without-subject = E-mail do { $who } przekazano dalej.
report-automatic = Program pocztowy zrobił to sam.
report-feedback-abuse = { $who }: zgłoszono e-mail stąd jako spam.
report-feedback-fraud = { $who }: zgłoszono e-mail stąd jako oszustwo.
report-feedback-virus = W e-mailu stąd do { $who } znaleziono wirusa.
report-feedback-not-spam = { $who }: zgłoszono dostawcy, że e-mail stąd nie jest spamem.
report-feedback-auth-failure = E-mail do { $who }, który podaje tę domenę jako nadawcę, nie przeszedł tam sprawdzenia nadawcy.
report-feedback-other = { $who }: zgłoszono skargę na e-mail stąd.
report-as-it-came = Raport w oryginale
room-nobody-to-mail = Nie wysłano: na zewnątrz nie ma nikogo, do kogo można to wysłać. Dodaj kogoś przez !mail to name@example.org i napisz to jeszcze raz.
room-only-banned-to-mail = Nie wysłano: wszyscy, którzy by to dostali, mają zakaz wstępu do tego pokoju ({ $people }). Aby mimo to do nich napisać, cofnij zakaz albo napisz !mail to +{ $address } i powtórz wiadomość.
room-taken-back = Cofnięto: nie zostanie wysłane.
room-edited-to-command = Cofnięto: nie zostanie wysłane. Polecenia też nie wykonano, bo edycja nie wykonuje żadnego. Aby je wykonać, napisz je w nowej wiadomości.
room-try-again-hint = Napisz „!mail retry”, aby spróbować ponownie.
room-no-text = (e-mail bez tekstu)
room-no-sender = E-mail bez nadawcy:
room-new-subject = Temat: { $subject }
room-from-mail-program = { $name } (z programu pocztowego):
room-shortened = … ucięto tutaj; cały e-mail jest w „{ $name }”.
room-original = oryginał
room-whole-mail = cały e-mail
room-file-too-large = Plik „{ $name }” ({ $size }) jest za duży dla serwera Matrix, dlatego go tu brakuje. Jest w e-mailu, w skrzynce.
room-file-left-out = Plik „{ $name }” ({ $size }) pominięto przy przenoszeniu tego e-maila.
room-import-space = Archiwum: { $name }
room-said-for-banned = { $name } ma zakaz wstępu do tego pokoju, dlatego pokazuję, co stamtąd przyszło:
room-said-for-kept-out = { $name } nie może pisać w tym pokoju, dlatego pokazuję, co stamtąd przyszło:
room-said-for-refused = Serwer Matrix nie przyjął tej części e-maila od { $name }, dlatego ją pokazuję:
room-said-for-mail-program = { $name } (z programu pocztowego):
puppet-edit-stays = To przyszło z programu pocztowego i wyszło w takiej postaci. Zmianę widać tylko w tym pokoju i nie jest wysyłana e-mailem; to, co ma dotrzeć do innych, napisz jako nową wiadomość.
puppet-refused = Serwer Matrix nie przyjmuje już Twojego tokenu, który mam, więc nie mówię już nim jako Ty: to, co piszesz w programie pocztowym, mówię za Ciebie, z Twoim imieniem. Osoba prowadząca Mailroom może wpisać nowy do konfiguracji (puppets.tokens).
room-without-words-mail = ⚠ Brakuje tu tego e-maila w całości albo w części: reguły serwera Matrix odrzucają jego słowa. Nic nie zginęło: e-mail jest w skrzynce, a „!mail source” w odpowiedzi na to go wydaje.
room-without-words-notice = ⚠ Reguły serwera Matrix odrzucają to, co tu chciałem powiedzieć.
room-without-words-line = ⚠ Rozmowa, której pierwsze słowa odrzucają reguły serwera Matrix:
room-login-refused = ⚠ Serwer poczty odrzuca logowanie do tej skrzynki ({ $protocol }), więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce. Administrator musi poprawić hasło (lub oauth2) w konfiguracji. Mailroom sam próbuje ponownie, coraz rzadziej, przez około dobę; „!mail accounts retry” próbuje od razu.
room-login-ends = ⚠ Dostawca wpuszcza Mailroom do tej skrzynki do { $time }. Przedtem ktoś musi zalogować się ponownie: osoba prowadząca Mailroom, poleceniem „mailroom login { $account }”.
room-no-secret = ⚠ Brakuje hasła tej skrzynki albo nie da się go tu otworzyć, więc nie przychodzi nowa poczta. Nic nie ginie: czeka w skrzynce. „mailroom secret sealed” na maszynie powie, co jest nie tak; „mailroom ctl account change { $account } --password-file PLIK” podaje hasło na nowo.
room-not-invited-blocked = ⚠ { $user } nie przyjmuje zaproszeń, więc nie mogę ich wysyłać. Wszyscy inni są zapraszani jak dotąd. Kto jest w przestrzeni, może sam wejść do jej pokojów; aby znów dostawać zaproszenia, trzeba zezwolić na zaproszenia od { $bot }.
room-not-invited-refused = ⚠ Serwer Matrix nie pozwala mi zaprosić { $user } ({ $code }). Wszyscy inni są zapraszani jak dotąd. Dlaczego, wie ten, kto prowadzi serwer.
room-not-readable-subject = E-mail, którego nie udało się odczytać
room-moved-on = Ten pokój zastąpiono innym. Pisz dalej tam.
room-moved-on-not-mailed = Nie wysłano: ten pokój zastąpiono innym. Napisz to tam.
room-followed = Rozmowa toczy się dalej tutaj: to, co piszesz w tym pokoju, wychodzi jako e-mail.
inbox-name = { $account } – Odebrane
inbox-lobby-name = { $account } – Moderacja
inbox-no-subject = (bez tematu)
inbox-only-files =
    { $count ->
        [one] jeden plik
        [few] { $count } pliki
       *[many] { $count } plików
    }
inbox-begun-by = { $name } (my)
inbox-again = { $name } (znowu)
thread-reason-report = jest raportem o naszym e-mailu z tej rozmowy
thread-reason-moved = odpowiada na e-mail, który ktoś tu przeniósł
thread-reason-own-id = odpowiada na e-mail wysłany z tej rozmowy
thread-reason-beside = odpowiada z rozmowy obok tej, a jego nadawca bierze udział tylko tutaj
thread-reason-same-id = ma ten sam numer (Message-ID) co e-mail z tej rozmowy, ale inną treść
thread-reason-token = wysłano go na adres, który nasze e-maile z tej rozmowy podają do odpowiedzi
thread-reason-in-reply-to = odpowiada na e-mail z tej rozmowy, a jego nadawca bierze w niej udział
thread-reason-references = odsyła do e-maila z tej rozmowy, a jego nadawca bierze w niej udział
thread-reason-alias = odpowiada na nasz e-mail pod numerem, który nadał mu serwer poczty
thread-reason-referenced-by = e-mail z tej rozmowy, który przyszedł wcześniej, odpowiada na ten
thread-reason-sibling = odpowiada na ten sam e-mail co inny tutaj; samego tamtego e-maila nie mamy
thread-reason-thread-index = Outlook zalicza go do tej samej rozmowy co e-mail z tego pokoju, a jego nadawca bierze w niej udział
thread-reason-list-room = przyszedł przez listę, dla której jest ten pokój
thread-reason-digest = wysłano go do wielu osób i nie wymaga odpowiedzi: takie e-maile mają wspólny pokój
thread-reason-no-references = na nic nie odpowiada, więc rozpoczął tę rozmowę
thread-reason-unknown-references = odpowiada tylko na e-maile, których to konto nie ma, więc rozpoczął tę rozmowę
thread-reason-changed-subject = odpowiada na inną rozmowę, ale z nowym tematem i bez cytowania, więc rozpoczął własną
thread-reason-not-a-participant = wymienia e-mail z innej rozmowy, w której jego nadawca nie bierze udziału, więc rozpoczął własną
thread-reason-own = napisano go w tym pokoju
thread-reason-answer = napisano go w tym pokoju jako odpowiedź
thread-why-other = nie udało się go odczytać w całości ({ $reason }), więc zdecydował sam nagłówek
thread-why-placed = { $user } umieszcza go tutaj
thread-why-belongs-same-organisation = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale należy do tej samej organizacji co ktoś, kto bierze
thread-why-belongs-names-participants = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale pisze do kogoś, kto bierze
thread-why-belongs-other = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale jest zweryfikowany albo już tu pisał
thread-changed-subject-here = To odpowiedź na inną rozmowę, ale z nowym tematem, dlatego ma własny pokój. Tamta:
thread-changed-subject-there = Odpowiedź na tę rozmowę ma nowy temat, dlatego rozpoczęła własną rozmowę:
thread-stranger-here = To odsyła do innej rozmowy, w której nadawca nie bierze udziału, dlatego ma własny pokój. Tamta:
thread-stranger-there = Ktoś, kto nie bierze udziału w tej rozmowie, odsyła do niej w e-mailu. Tego e-maila nie widać tutaj, ma własny pokój:
thread-no-subject = (bez tematu)
thread-verified-now = Ten sam e-mail przyszedł jeszcze raz i tym razem jego nadawca jest zweryfikowany.
thread-came-directly = Ten sam e-mail przyszedł jeszcze raz, bezpośrednio od { $address }, i ten nadawca jest zweryfikowany.
thread-reply-to = Napisz to jako odpowiedź na wiadomość, o którą chodzi.
thread-no-mail = Ta wiadomość nie jest e-mailem z tej rozmowy.
thread-which-room = Napisz za poleceniem, który pokój: link do niego, jego adres albo identyfikator.
thread-no-room = To nie jest pokój rozmowy tego konta.
thread-same-room = To już jest ten pokój: niczego nie przeniesiono.
thread-nothing-here = W tej rozmowie nie ma żadnego e-maila.
thread-too-many = Niczego nie przeniesiono: e-maili byłoby { $count }, a naraz można przenieść najwyżej { $most }.
thread-first-stays = Od tej wiadomości zaczyna się rozmowa: nie ma czego oddzielać.
thread-moved-to =
    { $count ->
        [one] Jeden e-mail jest teraz w:
        [few] { $count } e-maile są teraz w:
       *[many] { $count } e-maili jest teraz w:
    }
thread-moved-away = Przeniesiono do:
thread-moved-here =
    { $count ->
        [one] { $user } przenosi tu jeden e-mail. Oryginał:
        [few] { $user } przenosi tu { $count } e-maile. Oryginały:
       *[many] { $user } przenosi tu { $count } e-maili. Oryginały:
    }
thread-original = wiadomość { $place }
thread-goes-on-there = Nie wysłano: ta rozmowa toczy się dalej w innym pokoju. Napisz to tam:
thread-answer-there = Nie wysłano: wiadomość, na którą to odpowiada, przeniesiono do innego pokoju. Odpowiedz tam:
sender-not-verified = niezweryfikowany
sender-group-only = tak mówi tylko grupa
sender-failed = sprawdzenie nieudane
sender-not-their-name = podejrzana nazwa
sender-claims = ⚠ E-mail, który podaje się za wysłany przez { $claim }, ale nie przeszedł sprawdzenia nadawcy:
sender-suspected = ⚠ Podejrzany e-mail czeka na decyzję; do tego czasu nie widać go w jego rozmowie. Podaje się za wysłany przez { $claim }.
sender-suspected-reason-internal-claimed = To jeden z waszych własnych adresów i nic nie dowodzi, że e-mail stamtąd pochodzi.
sender-suspected-reason-dmarc-policy = Nie przeszedł sprawdzenia nadawcy, a właściciel tej domeny prosi, by takich e-maili nie przyjmować.
sender-suspected-subject = Temat: { $subject }
sender-suspected-how = Zareaguj ✅, aby pokazać go (z oznaczeniem) w jego rozmowie, albo ❌, aby go pominąć; lub odpowiedz !mail accept albo !mail refuse.
sender-accepted = Przyjęto: widać go w jego rozmowie, z oznaczeniem.
sender-refused = Odrzucono: nie będzie pokazany. Zostaje w skrzynce.
sender-suspected-reply-to = Napisz to jako odpowiedź na wiadomość o podejrzanym e-mailu.
sender-not-suspected = Za tą wiadomością nie czeka (już) żaden podejrzany e-mail.
sender-why-reply-to = Napisz to jako odpowiedź na wiadomość, o którą pytasz.
sender-why-unknown = Tej wiadomości nie odpowiada żaden e-mail.
sender-why-thread = W tej rozmowie, ponieważ: { $reason }
sender-why-sender = Nadawca: { $verdict }. Co zdecydowało: { $reason }.
sender-verdict-pass = zweryfikowany
sender-verdict-fail = sprawdzenie nieudane
sender-verdict-unchecked = niezweryfikowany
sender-reason-submission = zalogowanie na naszym własnym serwerze poczty, aby go wysłać
sender-reason-auth = nasz serwer poczty podaje, że nadawca był zalogowany
sender-reason-dmarc = reguły domeny nadawcy (DMARC)
sender-reason-dkim = podpis domeny (DKIM)
sender-reason-spf = serwer, z którego przyszedł (SPF)
sender-reason-arc = słowo zaufanego serwera, który go przekazał (ARC)
sender-reason-no-from = e-mail nie podaje nadawcy
sender-reason-several-from = e-mail podaje kilku nadawców
sender-reason-group = tylko grupa, przez którą przyszedł, mówi, kto go napisał
sender-reason-other-login = aby go wysłać, zalogował się ktoś inny
sender-reason-nothing-proven = nic nie dowodzi, kto go wysłał
sender-reason-no-results = nikt tego nie sprawdził
sender-reason-not-readable = e-maila nie udało się odczytać
sender-why-ours = Nadawca: ktoś od nas, sprawdzenie niepotrzebne.
sender-why-marked = Oznaczono, ponieważ: { $marks }.
sender-mark-failed = nie przeszedł sprawdzenia
sender-mark-other-login = aby go wysłać, zalogował się ktoś inny
sender-mark-no-from = nie podaje nadawcy
sender-mark-several-from = podaje kilku nadawców
sender-mark-group = jego nadawcą jest grupa, a nie osoba
sender-mark-unchecked = jego nadawca nie jest zweryfikowany
sender-mark-group-only = tylko grupa mówi, kto go napisał
sender-mark-newcomer = jego nadawca jest nowy w tej rozmowie
sender-mark-imitates = nazwa jest nazwą kogoś od was albo jednego z waszych kont
sender-mark-address-in-name = nazwa jest innym adresem
sender-mark-turned-name = nazwa zawiera znaki, które odwracają kierunek pisma
sender-mark-mixed-scripts = nazwa miesza litery kilku alfabetów
sender-why-by = · { $said } (podaje { $by })
admission-mark = nowy tutaj
admission-joined = ⚠ { $person } pisze tu po raz pierwszy, w odpowiedzi na e-mail wysłany do kogoś innego.
admission-joined-how = Zareaguj ✅, aby ta osoba brała udział, albo ❌, aby w tym pokoju nie pokazywać więcej jej poczty; lub odpowiedz !mail allow albo !mail block. Do tego czasu nie dostaje odpowiedzi, chyba że odpowiesz na jej wiadomość.
admission-colleague-joined = { $person } pisze tu po raz pierwszy. Nadawca jest zweryfikowany i z tej samej organizacji ({ $domain }) co ktoś, kto bierze udział.
admission-colleague-joined-how = Ta osoba nie dostaje odpowiedzi, dopóki nie napiszesz do niej ty albo ktoś, kto bierze udział, lub nie zareagujesz ✅. Odpowiedź na jej wiadomość do niej dotrze; po ❌ w tym pokoju nie widać więcej jej poczty.
admission-welcomed = { $address } od teraz bierze udział.
admission-refused = Poczty od { $address } nie widać już w tym pokoju.
admission-whom = Napisz, kogo: !mail block bob@example.org, albo domenę, albo odpowiedz na wiadomość tej osoby.
admission-no-pattern = „{ $text }” nie jest ani adresem, ani domeną (* oznacza cokolwiek).
admission-blocked = Zablokowano w całym koncie: { $pattern }. Takie e-maile nie są pokazywane; zostają w skrzynce.
admission-blocked-here = Zablokowano w tym pokoju: { $pattern }. Takie e-maile nie są pokazywane; zostają w skrzynce.
admission-allowed = Dopuszczono w całym koncie: { $pattern }. Takie osoby biorą udział bez pytania, jeśli są zweryfikowane.
admission-allowed-here = Dopuszczono w tym pokoju: { $pattern }. Takie osoby biorą udział bez pytania, jeśli są zweryfikowane.
admission-dropped = Nie ma już reguły dla { $pattern }.
admission-not-there = Nie ma tu reguły dla { $pattern }.
admission-no-rules = Nie ma reguł, kto może brać udział.
admission-rules = Reguły, kto może brać udział:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = w tym pokoju
admission-of-config = z konfiguracji
admission-more = … i jeszcze { $count }
admission-not-shown =
    { $days ->
        [one] E-maile niepokazane w ciągu ostatniego dnia: { $count }
        [few] E-maile niepokazane w ciągu ostatnich { $days } dni: { $count }
       *[many] E-maile niepokazane w ciągu ostatnich { $days } dni: { $count }
    }
admission-not-shown-why-blocked = zablokowane przez { $detail }
admission-not-shown-why-refused = od osób odrzuconych w pokoju
admission-not-shown-why-newcomer = od kogoś nowego w rozmowie
admission-not-shown-why-lists-ignored = z list mailingowych
admission-not-shown-why-bulk-ignored = biuletyny i inna poczta do wielu osób
admission-open = Ten pokój jest otwarty: kto odpowie na jeden z jego e-maili i jest zweryfikowany, bierze udział.
admission-asked = Ten pokój nie jest otwarty: czy poczta kogoś nowego jest pokazywana, czy odrzucana, ustala się dla całego konta.
admission-only-in-thread = Tego można użyć tylko w pokoju rozmowy.
admission-refusal-subject = Nie doręczono: { $subject }
admission-refusal-subject-without-subject = Państwa wiadomości nie doręczono
admission-refusal-undelivered = Państwa wiadomości do { $account } nie doręczono osobom, które stoją za tym adresem: nie biorą Państwo udziału w tej rozmowie albo poczta od Państwa nie jest tam przyjmowana.
admission-refusal-other-way = Jeśli ta wiadomość powinna zostać przeczytana, prosimy napisać w inny sposób.
admission-refusal-program = To zawiadomienie napisał program. Prosimy na nie nie odpowiadać.
admission-automatic = Automatyczny e-mail od { $person }:
admission-digest = Biuletyny
admission-reply-to-answer = Nie wysłano: do tego pokoju przychodzi poczta od wielu nadawców i nie wiadomo, kto ma to dostać. Napisz to jako odpowiedź na wiadomość, na którą chcesz odpowiedzieć.
overflow-room = Czekające e-maile
overflow-mail = E-mail od { $from } czeka tutaj i jeszcze go nie widać: w ciągu godziny przyszło z zewnątrz zbyt dużo nowej poczty.
overflow-how = Zareaguj ✅, aby go wpuścić, albo ❌, aby go pominąć (zostaje w skrzynce). !mail overflow let-in wpuszcza wszystkie.
overflow-how-all = !mail overflow let-in wpuszcza wszystkie, !mail overflow discard pomija wszystkie. Napisane jako odpowiedź na jeden z nich, dotyczy tylko tego jednego.
overflow-waiting =
    { $count ->
        [one] Jeden e-mail czeka na wpuszczenie.
        [few] { $count } e-maile czekają na wpuszczenie.
       *[many] { $count } e-maili czeka na wpuszczenie.
    }
overflow-none = Żaden e-mail nie czeka na wpuszczenie.
overflow-not-there = Za tą wiadomością nie czeka (już) żaden e-mail.
overflow-let-in =
    { $count ->
        [one] Wpuszczono go.
        [few] Wpuszczono { $count } e-maile.
       *[many] Wpuszczono { $count } e-maili.
    }
overflow-discarded =
    { $count ->
        [one] Nie będzie pokazany; zostaje w skrzynce.
        [few] { $count } e-maile nie będą pokazane; zostają w skrzynce.
       *[many] { $count } e-maili nie będzie pokazanych; zostają w skrzynce.
    }
old-mail-waits =
    { $count ->
        [one] Jeden e-mail w skrzynce jest starszy niż to konto i czeka.
        [few] { $count } e-maile w skrzynce są starsze niż to konto i czekają. Prawdopodobnie ktoś je tam skopiował albo przeniósł.
       *[many] { $count } e-maili w skrzynce jest starszych niż to konto i czeka. Prawdopodobnie ktoś je tam skopiował albo przeniósł.
    }
old-mail-between = Skrzynka dostała je między { $from } a { $to }.
old-mail-of = Skrzynka dostała je w dniu { $day }.
old-mail-how = Zareaguj ✅, aby pokazać je po cichu: każda rozmowa dostaje swój pokój, nikt nie jest zapraszany ani zawiadamiany. ❌ zostawia je w skrzynce, bez pokazywania.
old-mail-how-else = !mail old as-new traktuje je jak pocztę, która właśnie przyszła, z zaproszeniami i wierszami w pokoju „Odebrane”.
old-mail-answers = Czekają, aż ktoś zdecyduje. Kto odpowie na jeden z nich, przyprowadza jego rozmowę.
old-mail-over = Nie czeka tu już żadna stara poczta.
old-mail-none = Nie czeka żadna stara poczta.
old-mail-quietly =
    { $count ->
        [one] E-mail jest pokazywany po cichu.
        [few] { $count } e-maile są pokazywane po cichu, najpierw najstarsze. Ich pokoje są w przestrzeni.
       *[many] { $count } e-maili jest pokazywanych po cichu, najpierw najstarsze. Ich pokoje są w przestrzeni.
    }
old-mail-as-new =
    { $count ->
        [one] E-mail wchodzi jako nowy.
        [few] { $count } e-maile wchodzą jako nowe.
       *[many] { $count } e-maili wchodzi jako nowe.
    }
old-mail-left =
    { $count ->
        [one] E-mail nie będzie pokazany; zostaje w skrzynce.
        [few] { $count } e-maile nie będą pokazane; zostają w skrzynce.
       *[many] { $count } e-maili nie będzie pokazanych; zostają w skrzynce.
    }
old-mail-left-before =
    { $count ->
        [one] Wcześniej zostawiono w skrzynce jeden stary e-mail.
        [few] Wcześniej zostawiono w skrzynce { $count } stare e-maile.
       *[many] Wcześniej zostawiono w skrzynce { $count } starych e-maili.
    }
old-mail-decided =
    { $count ->
        [one] Zdecydowano o jednym e-mailu.
        [few] Zdecydowano o { $count } e-mailach.
       *[many] Zdecydowano o { $count } e-mailach.
    }
recipients-why-sender-only = tylko do { $address }, zgodnie z życzeniem
recipients-why-chosen = tak ustalono w tym pokoju; zmieniają to !mail to, !mail cc i !mail bcc
recipients-bcc = Ukryta kopia (nikt inny jej nie widzi)
recipients-first-time =
    { $seconds ->
        [one] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekundę; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
        [few] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekundy; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
       *[many] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekund; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
    }
recipients-kept-inside = Nie wysłano: to, co napisano w wątku notatki, zostaje w tym pokoju. Aby to wysłać, napisz poza tym wątkiem.
recipients-notice-answered = Nie wysłano: odpowiedź na moją wiadomość zostaje w tym pokoju. Aby to wysłać, napisz osobną wiadomość albo odpowiedz na e-mail.
recipients-like-command = Nie wysłano, bo zaczyna się jak polecenie dla mnie.
recipients-mail-it-all = Aby wysłać to bez zmian, napisz przed tym !reply.
recipients-none = nikt
recipients-not-verified = Uwaga: nie jest zweryfikowane, kto wysłał e-mail, na który odpowiadasz.
recipients-left-out = Pominięto, bo poczta wysłana tam wróciła: { $people }. !mail unpause ADRES znów tam wysyła.
recipients-nobody-left = Obecnie nikt nie dostałby odpowiedzi.
recipients-will-quote = Następny e-mail cytuje dotychczasową rozmowę, aby mogły ją śledzić te osoby: { $people }.
recipients-ghost-added = { $person } dostaje kopię każdego e-maila od twojej następnej wiadomości; pierwszy cytuje dotychczasową rozmowę. Aby to zakończyć, usuń tę osobę z pokoju.
recipients-ghost-added-known = { $person } dostaje kopię każdego e-maila od twojej następnej wiadomości. Aby to zakończyć, usuń tę osobę z pokoju.
recipients-ghost-dropped = { $address } nie dostaje już e-maili z tej rozmowy, dopóki znowu nie napisze. Aby dodać tę osobę wcześniej, zaproś ją albo napisz !mail cc +{ $address }
recipients-ghost-banned = { $address } ma zakaz wstępu do tego pokoju. Nie dostaje już e-maili z tej rozmowy, nawet gdy znowu napisze; nic z tego nie ginie: pokazuję to tutaj zamiast tej osoby.
recipients-ghost-banned-how = Aby znowu tam wysyłać, cofnij zakaz albo napisz !mail to +{ $address }. Aby nie widzieć więcej poczty stamtąd, napisz !mail block { $address }
recipients-ghost-unbanned = { $address } nie ma już zakazu wstępu do tego pokoju i znowu dostaje e-maile z tej rozmowy.
recipients-ghost-not-added = Nie dodano { $address }: to adres tego konta albo niczyj.
recipients-unreadable = „{ $what }” nie jest adresem e-mail. Używa się tego tak: !mail cc +bob@example.org -carol@example.org
recipients-own-address = Pominięto { $address }: to adres tego konta.
recipients-from = E-maile z tej rozmowy wychodzą z adresu { $address }.
recipients-not-own = { $address } nie jest adresem tego konta. Ma ono: { $own }
recipients-subject = Temat: { $subject }
recipients-subject-set = Od następnego e-maila temat brzmi: { $subject }. Niektóre programy pocztowe pokażą to jako inną rozmowę.
recipients-sender-only = Od następnej wiadomości odpowiedź dostaje tylko nadawca e-maila, na który odpowiadasz. !mail reply-to-sender off to kończy.
recipients-to-all-again = Od następnej wiadomości odpowiedzi znów idą do wszystkich.
recipients-quoted-thread = Dotychczasowa rozmowa:
compose-ask-account = Z którego konta to wysłać? Napisz jedno z: { $accounts }.
compose-ask-to = Do kogo? Napisz jeden lub kilka adresów e-mail.
compose-ask-subject = Jaki ma być temat? Napisz -, jeśli żaden.
compose-cancel-hint = { $command } przerywa.
compose-not-understood = Nie rozumiem.
compose-cancelled = Dobrze: nie rozpoczęto żadnej rozmowy.
compose-nothing-to-cancel = Nie ma tu nic do przerwania.
compose-begun = Rozmowa z { $people } zaczyna się we własnym pokoju:
compose-room = pokój
compose-welcome = Nowa rozmowa: to, co tu piszesz, wychodzi jako e-mail od { $from } do { $people }.
compose-subject = Temat: { $subject }
compose-subject-from-words = Tematem będą pierwsze słowa twojej pierwszej wiadomości, chyba że wcześniej ustalisz inny: !mail subject …
compose-first-is-mail = Twoja pierwsza wiadomość to pierwszy e-mail. !mail to, !mail cc i !mail bcc zmieniają, kto go dostanie.
compose-wrote = { $name } pisze:
compose-ask-account-here = Na razie nic nie jest wysyłane: z którego konta to wysłać? Napisz jedno z: { $accounts }
compose-may-not = Nie możesz tu rozpoczynać rozmów e-mailem. Zapytaj kogoś z zespołu konta pocztowego albo administratorów tego serwera.
compose-encrypted = Niczego nie wysłano: ten pokój jest zaszyfrowany i nie mogę go czytać. Utwórz pokój bez szyfrowania.
forward-to-whom = Do kogo? Dopisz adres: !mail forward bob@example.org Czy wiadomo, co to jest?
forward-own-address = { $address } to adres tego konta: niczego nie przekazano.
forward-takes-part = { $address } bierze udział w tej rozmowie: napisz tutaj to, co ma tam trafić. Niczego nie przekazano.
forward-unreadable = Tego e-maila nie da się tu odczytać, więc nie można go przekazać.
forward-begun = { $name } przekazuje ten e-mail dalej. Adresaci: { $people }. Odpowiedzi trafią do osobnego pokoju i nikt z tej rozmowy ich nie dostanie. ❌ na tej wiadomości zatrzymuje e-mail, dopóki nie wyszedł:
forward-aside = Zapytano na boku innej rozmowy, której uczestnicy nic stąd nie dostają:
forward-wrote = { $name } przekazuje e-mail:
forward-not-verified = Uwaga: nie jest zweryfikowane, kto wysłał przekazywany tu e-mail.
forward-shown-shortened = [Tu skrócono; e-mail wychodzi w całości.]
forward-files = Pliki: { $names }
forward-stopped = Wycofano: e-mail nie zostanie przekazany.
forward-too-late = Za późno: e-mail został już przekazany.
forward-apart-first = W tym e-mailu są też: { $people }. Należą do rozmowy, obok której ta się zaczęła; tutaj są pomijani i nie dostają stąd odpowiedzi:
forward-apart-asked = W tym e-mailu są też: { $people }. Zapytano ich tylko na boku i nie dostają stąd odpowiedzi, chyba że wymieni ich !mail cc:
forward-not-here = Nie można dodać: { $people }. To ktoś z rozmowy, obok której ta się zaczęła, i nie ma widzieć tego, co się tu pisze. Napisz tam.
forward-stays-apart = Jedna z tych rozmów zaczęła się obok drugiej: pozostają osobno, aby nikt z jednej nie czytał drugiej. Niczego nie przeniesiono.
forward-answered = { $name } odpowiada na boku. Aby odpisać, przejdź do pokoju tamtej rozmowy:
outgoing-some-message = (wiadomość na czacie)
outgoing-some-room = (pokój czatu)
outgoing-spoiler-label = [ukryte: { $reason }]
outgoing-spoiler-label-without-reason = [ukryte, zaznacz, aby przeczytać]
outgoing-wrote = { $name } pisze:
outgoing-wrote-at = W dniu { $day }.{ $month }.{ $year } o { $time } { $name } pisze:
outgoing-attached = W załączniku: { $name } ({ $size })
outgoing-attached-without-size = W załączniku: { $name }
outgoing-voice-message-file = Wiadomość głosowa
outgoing-voice-message = Wiadomość głosowa ({ $duration }), w załączniku
outgoing-voice-message-without-duration = Wiadomość głosowa, w załączniku
outgoing-audio = Nagranie: { $name } ({ $duration }), w załączniku
outgoing-audio-without-duration = Nagranie: { $name }, w załączniku
outgoing-video = Wideo: { $name } ({ $duration }), w załączniku
outgoing-video-without-duration = Wideo: { $name }, w załączniku
outgoing-sticker = [naklejka: { $name }]
outgoing-location = Lokalizacja: { $description }
outgoing-location-without-description = Lokalizacja:
outgoing-poll = Ankieta: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] W odpowiedzi prosimy podać numer wybranej odpowiedzi.
        [few] W odpowiedzi prosimy podać numery wybranych odpowiedzi, najwyżej { $choices }.
       *[many] W odpowiedzi prosimy podać numery wybranych odpowiedzi, najwyżej { $choices }.
    }
outgoing-forwarded-by = Wiadomość przekazana dalej przez: { $name }
outgoing-forwarded-from = Od: { $people }
outgoing-forwarded-date = Data: { $day }.{ $month }.{ $year } { $time }
outgoing-forwarded-subject = Temat: { $subject }
outgoing-forwarded-to = Do: { $people }
outgoing-forwarded-cc = DW: { $people }
outgoing-forwarded-not-verified = Nie jest zweryfikowane, kto wysłał tę wiadomość.
outgoing-forwarded-encrypted = Ta wiadomość jest zaszyfrowana. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
outgoing-forwarded-too-long = Ta wiadomość jest za długa, aby stała tu w całości; jest w załączniku bez zmian.
guests-mail-left =
  { $count ->
    [one] { $count } dalszej wiadomości nie ma w tym e-mailu. Jest w pokoju:
    [few] { $count } dalszych wiadomości nie ma w tym e-mailu. Są w pokoju:
    [many] { $count } dalszych wiadomości nie ma w tym e-mailu. Są w pokoju:
   *[other] { $count } dalszej wiadomości nie ma w tym e-mailu. Są w pokoju:
  }
guests-mail-in-room = W pokoju
guests-mail-thread = W wątku „{ $words }”
guests-mail-file-there = w pokoju
guests-mail-why = Biorą Państwo udział w „{ $room }” przez e-mail: co Państwo odpowiedzą, będzie tam powiedziane.
guests-mail-choices = Jak często mamy pisać? Proszę odpowiedzieć jednym z tych słów, samym w pierwszym wierszu: { $now }, { $hourly }, { $daily } lub { $pause }. Aby nie dostawać nic więcej, proszę odpowiedzieć STOP.
guests-word-now = teraz
guests-word-hourly = co godzinę
guests-word-daily = codziennie
guests-word-pause = pauza
guests-chosen-subject = Jak często przychodzą e-maile
guests-chosen-now = Od teraz przychodzi to, co powiedziano, po przerwie w rozmowie, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-hourly = Od teraz przychodzi najwyżej jeden e-mail na godzinę, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-daily = Od teraz przychodzi jeden e-mail dziennie, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-pause = Na razie nic nie przychodzi, z żadnego pokoju. Aby znów dostawać e-maile, proszę odpowiedzieć: { $now }
delivery-mail-of = E-mail z { $time }, { $author }:
delivery-standing-waiting = czeka na wysłanie
delivery-standing-held = można jeszcze zmienić
delivery-standing-deferred = serwer poczty jeszcze go nie przyjmuje; kolejne próby nastąpią same
delivery-standing-accepted = przekazano serwerowi poczty
delivery-standing-refused = odrzucono
delivery-standing-paused = nie wysłano, adres jest wstrzymany
delivery-standing-delayed = opóźnienie, serwer odbiorcy próbuje dalej
delivery-standing-bounced = nie doręczono
delivery-standing-delivered = doręczono
delivery-standing-relayed = przekazano serwerowi, który nie podaje, czy doręczy
delivery-standing-expanded = doręczono i rozesłano do kilku osób
delivery-standing-read = otwarto
delivery-standing-unknown = może wysłano, może nie: pod koniec zerwało się połączenie
delivery-claimed = raport, który mógł napisać każdy, podaje: { $standing }
delivery-status-reply-unknown = Tej wiadomości nie odpowiada żaden nasz e-mail.
delivery-not-handed = Jeszcze nie wysłano do { $address }: nasz własny serwer poczty nie może go teraz przyjąć. Mailroom sam spróbuje ponownie. ({ $words })
delivery-passed = Późniejsza wiadomość z tej rozmowy wychodzi teraz przed tą: tej serwer poczty jeszcze nie przyjął. Mailroom sam spróbuje ponownie.
delivery-unseen = To jeszcze nie zostało wysłane: serwer Matrix nie pozwala mi teraz odczytać tego pokoju, więc nie widzę, czy zostało to zmienione lub usunięte. Próbuję dalej; wiadomość zostanie wysłana, gdy tylko to sprawdzę.
delivery-unproven = Nic nie dowodzi, że ten raport pochodzi od serwera poczty: mógł go napisać każdy, kto ma ten e-mail. Dlatego niczego nie zmienił.
delivery-paused-now = Do { $address } nic więcej nie jest wysyłane, dopóki ktoś nie napisze !mail unpause { $address }
delivery-paused-since = Od { $date } nic nie jest wysyłane do { $address }: { $why } !mail unpause { $address } próbuje znowu.
delivery-paused-since-without-why = Od { $date } nic nie jest wysyłane do { $address }. !mail unpause { $address } próbuje znowu.
delivery-left-out = { $address } nie dostaje tego e-maila ani następnych stąd: od { $date } nic tam nie jest wysyłane. { $why } Jeśli adres jest znów dobry, !mail unpause { $address } wysyła tam to, co tu wstrzymano, i następne e-maile.
delivery-left-out-without-why = { $address } nie dostaje tego e-maila ani następnych stąd: od { $date } nic tam nie jest wysyłane. Jeśli adres jest znów dobry, !mail unpause { $address } wysyła tam to, co tu wstrzymano, i następne e-maile.
delivery-others-get-it = Pozostali dostają ten e-mail; ✔️ przy nim dotyczy ich. Mówię to w tym pokoju tylko raz.
delivery-nobody-left = Nikt więc nie dostaje tej wiadomości: nie została wysłana. Wyjdzie po tym poleceniu. Aby napisać na inny adres, ustal go przez !mail to ADRES i napisz to jeszcze raz.
delivery-unpaused =
    { $mails ->
        [0] Poczta do { $address } znów jest wysyłana.
        [one] Poczta do { $address } znów jest wysyłana. Teraz wychodzi jeden e-mail, który na to czekał.
        [few] Poczta do { $address } znów jest wysyłana. Teraz wychodzą { $mails } e-maile, które na to czekały.
       *[many] Poczta do { $address } znów jest wysyłana. Teraz wychodzi { $mails } e-maili, które na to czekały.
    }
delivery-not-paused = Nie trzeba nic robić: poczta do { $address } jest wysyłana jak zawsze.
delivery-no-address = To nie jest adres e-mail. Używa się tego tak: !mail unpause bob@example.org
brakes-stopped = Zatrzymano: tego nie wysłano. { $why }
brakes-why-came-back = E-mail, na który to odpowiada, przeszedł już przez tę skrzynkę.
brakes-why-repeated = Odpowiada na e-mail w ciągu minuty, a te same słowa wróciły kilka razy.
brakes-why-rate = Odpowiada w ciągu minuty na e-mail, który wydaje się odpowiadać nam, tak jak kilka wcześniejszych odpowiedzi; tak bywa, gdy dwa automaty odpowiadają sobie nawzajem.
brakes-why-first = Odpowiada w ciągu dziesięciu sekund na e-mail, który zaczyna rozmowę, tak jak kilka wcześniejszych odpowiedzi do tego samego nadawcy, a wkrótce po każdej przyszedł nowy e-mail; tak bywa, gdy dwa automaty odpowiadają sobie nawzajem.
brakes-why-stopped = W tej rozmowie zatrzymano już odpowiedź, więc kolejne, które przyjdą w ciągu minuty, też są zatrzymywane.
brakes-why-received = E-mail, na który to odpowiada, przeszedł przez zbyt wiele serwerów.
brakes-why-steady = Ta rozmowa miała w ciągu godziny albo dnia więcej odpowiedzi, niż piszą ludzie.
brakes-stopped-how = Napisał to człowiek? Reakcja ✅ na tę wiadomość (albo !mail brake reset) wysyła to razem z tym, co czeka; ❌ odrzuca.
brakes-slow-passes = Odpowiedzi, które przychodzą po ponad minucie, są wysyłane jak zawsze.
brakes-released =
    { $count ->
        [0] Zwolniono; nic nie czekało.
        [one] Zwolniono: wychodzi jeden e-mail.
        [few] Zwolniono: wychodzą { $count } e-maile.
       *[many] Zwolniono: wychodzi { $count } e-maili.
    }
brakes-cancelled =
    { $count ->
        [one] Odrzucono: jeden e-mail nie wyjdzie.
        [few] Odrzucono: { $count } e-maile nie wyjdą.
       *[many] Odrzucono: { $count } e-maili nie wyjdzie.
    }
brakes-none = Nic nie jest tu zatrzymane.
brakes-thread =
    { $mails ->
        [one] Zatrzymano od { $since }: „{ $subject }”, czeka jeden e-mail
        [few] Zatrzymano od { $since }: „{ $subject }”, czekają { $mails } e-maile
       *[many] Zatrzymano od { $since }: „{ $subject }”, czeka { $mails } e-maili
    }
brakes-reset-how = Napisz !mail brake reset w pokoju rozmowy, aby je wysłać.
brakes-tripped-volume =
    { $count ->
        [one] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-mail w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
        [few] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-maile w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
       *[many] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-maili w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
    }
brakes-tripped-refusals =
    { $count ->
        [one] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-mail, większość wysłanych.
        [few] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-maile, większość wysłanych.
       *[many] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-maili, większość wysłanych.
    }
brakes-tripped-how = Nic nie ginie: e-maile czekają. Sprawdź, co tyle wysyła, i napisz potem !mail breaker reset (albo uruchom „mailroom breaker reset”); wtedy wyjdą.
brakes-open = Cała poczta wychodząca jest zatrzymana od { $since }; czekające e-maile: { $waiting }.
brakes-closed = Poczta wychodząca nie jest zatrzymana; e-maile w ciągu ostatnich dziesięciu minut: { $sent }.
brakes-reset = Poczta wychodząca nie jest już zatrzymana (decyzja: { $by }); e-maile, które czekały i teraz wychodzą: { $waiting }.
brakes-not-open = Poczta wychodząca nie jest zatrzymana.
helpdesk-span-minute =
    { $count ->
        [one] { $count } minuty
        [few] { $count } minut
       *[many] { $count } minut
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } godziny
        [few] { $count } godzin
       *[many] { $count } godzin
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } dnia
        [few] { $count } dni
       *[many] { $count } dni
    }
helpdesk-claimed = Teraz to ty zajmujesz się tą rozmową.
helpdesk-had-by = Tą rozmową zajmuje się { $name }. Aby dać ją komuś innemu, napisz !mail assign i jego nazwę.
helpdesk-had-by-invited = Tą rozmową zajmuje się { $name }, a ty masz zaproszenie do jej pokoju. Aby dać ją komuś innemu, napisz !mail assign i jego nazwę.
helpdesk-had-already = Już zajmujesz się tą rozmową.
helpdesk-unclaimed = Tą rozmową nikt się teraz nie zajmuje. Bierze ją !mail claim albo reakcja 👀.
helpdesk-gave-back = { $name } nie jest już w pokoju. Tą rozmową nikt się teraz nie zajmuje.
helpdesk-declined = { $name } nie przyjmuje zaproszenia. Tą rozmową nikt się teraz nie zajmuje.
entry-crowded = W ciągu jednego dnia przyszło nowych rozmów więcej niż { $count }. Od teraz nikt nie jest zapraszany do każdego nowego pokoju.
entry-crowded-how = Pokój „Odebrane” ma wiersz dla każdej. 👀 przy wierszu albo !mail claim z jego linkiem bierze rozmowę i zaprasza cię do jej pokoju. Gdy jest zamknięta, opuszczasz pokój; w każdej chwili możesz wrócić przez przestrzeń albo przez 👀 przy jej wierszu.
entry-crowded-back = invite: everyone w konfiguracji przywraca zaproszenia.
entry-done = Ta rozmowa jest zamknięta. Możesz wrócić przez przestrzeń.
entry-claim-which = Która rozmowa? Odpowiedz na jej wiersz w pokoju „Odebrane” przez !mail claim albo podaj link do jej pokoju: !mail claim LINK.
helpdesk-nobody-has-it = Nie trzeba nic robić: tą rozmową nikt się nie zajmował.
helpdesk-assigned = Tą rozmową zajmuje się teraz { $name }.
helpdesk-assigned-to-you = { $by } przekazuje ci tę rozmowę.
helpdesk-not-found = Nikt w zespole nie nazywa się „{ $text }” albo nazywa się tak kilka osób. Napisz pełną nazwę Matrix, na przykład @nazwa:serwer.
helpdesk-claim-lapsed = Odpowiedź nie wyszła na czas ({ $name }), więc tą rozmową nikt się teraz nie zajmuje. Bierze ją !mail claim albo reakcja 👀.
helpdesk-is-answering = { $name } właśnie tu odpowiada.
helpdesk-has-it = Tą rozmową zajmuje się { $name }.
helpdesk-still-goes = Twoja odpowiedź i tak wyjdzie; zatrzyma ją ❌ przy niej.
helpdesk-came-meanwhile = Zanim to wysłano, przyszedł nowy e-mail od { $from }. Twoja wiadomość i tak wyjdzie, trochę później; zatrzyma ją ❌ przy niej.
helpdesk-same-by-you = Przed chwilą było od ciebie to samo.
helpdesk-same-by = { $name } pisze właśnie to samo.
helpdesk-same-how = Drugi raz wyjdzie tylko, jeśli chcesz: zareaguj ✅, aby mimo to wysłać, albo ❌, aby zostawić.
helpdesk-to-colleague = Zaczyna się od imienia kogoś z zespołu, więc nie zostało wysłane. Czy jest dla osób na zewnątrz? Zareaguj ✅, aby to wysłać (bez imienia); po ❌ albo bez odpowiedzi zostaje w tym pokoju. „!note …” i „!reply …” mówią to z góry.
helpdesk-same-dropped = Nie wysłano: zostaje w tym pokoju.
helpdesk-mailed-already = Za późno: już wysłano i nie da się cofnąć. Aby to poprawić, odpowiedz na tę wiadomość; twoja odpowiedź pójdzie do tych samych osób.
helpdesk-mailed-under-way = Za późno: tego nie można już zmienić ani cofnąć. List jest napisany, choć serwer poczty nie przyjął go jeszcze dla wszystkich; kolejna próba nastąpi. Aby go sprostować, odpowiedz na tę wiadomość; odpowiedź trafi do tych samych osób.
helpdesk-done = Zamknięto. Pokój znika z listy otwartych rozmów; nowy e-mail przywraca go.
helpdesk-done-already = Ta rozmowa jest już zamknięta.
helpdesk-reopened = Ta rozmowa jest znów otwarta.
helpdesk-open-already = Ta rozmowa jest już otwarta.
helpdesk-snoozed = Odłożono do { $until } albo do nadejścia e-maila.
helpdesk-snooze-how = Do kiedy? Na przykład: !mail snooze 4h, !mail snooze jutro 9:00, !mail snooze pon, !mail snooze 2026-12-01. Najwyżej rok.
helpdesk-today = dziś
helpdesk-tomorrow = jutro
helpdesk-awake = Czas minął: ta odłożona rozmowa jest znów otwarta.
helpdesk-list-of-all = Otwarte
helpdesk-list-of-mine = Otwarte, twoje
helpdesk-list-of-unclaimed = Otwarte, wolne
helpdesk-list-of-us = Czekają na nas
helpdesk-list-of-them = Czekamy na innych
helpdesk-list-of-snoozed = Odłożone
helpdesk-list-of-done = Zamknięte
helpdesk-nothing = brak
helpdesk-page-of = strona { $page } z { $pages }
helpdesk-next-page = Więcej: { $command }
helpdesk-no-subject = (bez tematu)
helpdesk-waits-us = czeka na nas od { $span }
helpdesk-waits-them = czekamy od { $span }
helpdesk-waits-nobody = od { $span }
helpdesk-turn-us = czeka na nas od { $date }
helpdesk-turn-them = czekamy od { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = wolna
helpdesk-list-how = „{ $word }” nie jest ani listą, ani twoim kontem, ani stroną. Używa się tego tak: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } otwarta rozmowa
        [few] { $total } otwarte rozmowy
       *[many] { $total } otwartych rozmów
    }
helpdesk-and-more = i jeszcze { $count }: !mail list
helpdesk-overview-enter = 👀 przy jej wierszu w pokoju „Odebrane” albo !mail claim z jej linkiem bierze rozmowę i zaprasza cię do jej pokoju.
helpdesk-remind-you = ta rozmowa czeka na odpowiedź od { $span }.
helpdesk-remind-team = Te rozmowy czekają na odpowiedź i nikt się nimi nie zajmuje (reakcja 👀 w pokoju bierze jedną):
team-asked =
    { $count ->
        [one] ⚠ Według konfiguracji { $names } nie należy już do tego zespołu i nic już tu nie może zrobić.
        [few] ⚠ Według konfiguracji { $count } osoby nie należą już do tego zespołu i nic już tu nie mogą zrobić: { $names }.
       *[many] ⚠ Według konfiguracji { $count } osób nie należy już do tego zespołu i nic już tu nie może zrobić: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Te osoby nie zajmowały się żadną rozmową.
        [one] Jedna rozmowa, którą zajmowały się te osoby, jest teraz wolna.
        [few] { $claims } rozmowy, którymi zajmowały się te osoby, są teraz wolne.
       *[many] { $claims } rozmów, którymi zajmowały się te osoby, jest teraz wolnych.
    }
team-asked-rooms =
    { $rooms ->
        [one] Są jeszcze w jednym pokoju tego konta.
        [few] Są jeszcze w { $rooms } pokojach tego konta.
       *[many] Są jeszcze w { $rooms } pokojach tego konta.
    }
team-asked-how = Tyle osób naraz może być pomyłką, dlatego nikt nie jest usuwany z pokojów bez słowa zgody: ✅ usuwa te osoby z przestrzeni i jej pokojów, ❌ zostawia je tam bez uprawnień. Jeśli to pomyłka, przywróć je do zespołu w konfiguracji; wtedy nic więcej się nie stanie.
team-begun = { $names }: poza tym zespołem. Zaczęło się usuwanie z pokojów (razem: { $rooms }); to trochę potrwa.
team-progress = Pokoje dostosowują się do zespołu: gotowe { $done } z { $rooms }.
team-left = { $name } nie należy już do zespołu: opuszczone pokoje: { $rooms }, oddane rozmowy: { $claims }.
team-joined = { $name } należy teraz do zespołu: zaproszenia do pokojów: { $rooms }, uprawnienia moderatora w pokojach: { $levels }.
team-refused =
    { $rooms ->
        [one] W jednym pokoju serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje jego nazwę.
        [few] W { $rooms } pokojach serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje ich nazwy.
       *[many] W { $rooms } pokojach serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje ich nazwy.
    }
team-let-leave = { $names }: teraz zaczyna się usuwanie z pokojów (razem: { $rooms }). Gdy się skończy, będzie o tym tutaj.
team-let-stay = { $names }: nadal w pokojach, bez uprawnień. Kto moderuje pokój, może tam te osoby wciąż usunąć.
team-reason = Nie należysz już do zespołu konta { $account }.
team-nobody-leaves = W pokojach nie ma już nikogo, kto nie należy do zespołu.
team-nobody-waits = Nikt nie czeka na decyzję, czy ma opuścić pokoje.
team-waits = { $name }: poza zespołem od { $since }, nadal w pokojach: { $rooms }; „team leave” usuwa tych, którzy czekają, „team stay” ich zostawia.
team-leaves = { $name }: poza zespołem od { $since }, trwa usuwanie z pokojów: { $rooms }.
together-draft = Szkic. Autor: { $name }. Zostanie wysłany, gdy ktoś inny, kto może wysyłać pocztę, zareaguje na tę wiadomość ✅; ❌ go wycofuje.
together-draft-changed = Ten szkic zmieniono: wcześniejsze ✅ już się nie liczy.
together-draft-by = Obecne słowa napisał(a) { $name }.
together-who-can = ✅ może dać: { $people }.
together-nobody-can = Nikt inny w zespole nie może wysyłać poczty: zapytaj administratorów Mailrooma.
together-files = Załączniki: { $files }
together-more = Dalszych znaków tu nie pokazano: { $count }. Są w wiadomościach powyżej.
together-yes = { $name } mówi tak. Wysłanie za { $seconds } s. Zabranie ✅ albo każda zmiana je zatrzyma.
together-yes-later = { $name } mówi tak. Wysłanie o { $time }. Zabranie ✅ albo każda zmiana je zatrzyma.
together-yes-gone = Zabrano ✅: szkic znowu czeka.
together-yes-own = Twoje ✅ nie liczy się przy tym, co sam(a) napisałeś(-aś): musi na to spojrzeć ktoś inny.
together-yes-may-not = Twoje ✅ się nie liczy: nie możesz tu wysyłać poczty.
together-yes-old = Tutaj twoje ✅ się nie liczy. Jego miejsce jest przy mojej najnowszej wiadomości o tym szkicu, która pokazuje, co zostanie wysłane.
together-yes-nobody = Twoje ✅ jeszcze się nie liczy: nikt nie dostałby tego e-maila. !mail to mówi, kto go dostaje.
together-left = Już wysłano albo wycofano.
together-draft-none = Nie czeka tu żaden szkic. Napisz !mail draft i nowe słowa jako odpowiedź na moją wiadomość o nim.
together-draft-several = Czeka tu kilka szkiców: napisz to jako odpowiedź na moją wiadomość o tym, o który chodzi.
together-draft-set = Szkic ma teraz te słowa. Pokaże go moja następna wiadomość i poprosi o nowe ✅.
together-at = Wysłanie o { $time }, do: { $people }. Do tego czasu możesz to edytować lub usunąć, ❌ to zatrzyma, a !mail send now wyśle od razu.
together-at-yes = Czeka też na ✅ kogoś innego: bez niego o tej porze nic nie wyjdzie.
together-now = Wysłanie za { $seconds } s.
together-now-yes = Zostanie wysłane, gdy ktoś inny zareaguje ✅ na moją wiadomość o tym.
together-at-how = Kiedy? Na przykład: !mail send at 8:00, !mail send at jutro 9:00, !mail send at pon, !mail send at 2026-12-01. Najwyżej rok naprzód.
together-nothing-held = Nic twojego nie czeka tu na wysłanie. Napisz wiadomość, a potem !mail send at 8:00, póki można ją jeszcze cofnąć; albo napisz to jako odpowiedź na wiadomość, która czeka.
together-answers = Przygotowane odpowiedzi: { $names }. !mail answer i nazwa wysyła jedną z nich.
together-answers-none = Dla tego konta nie ma przygotowanych odpowiedzi: może je napisać ten, kto prowadzi Mailrooma.
together-answer-unknown = Nie ma przygotowanej odpowiedzi „{ $name }”.
together-answer-shown = { $name }, z przygotowaną odpowiedzią „{ $answer }”:
together-came = Zanim to wysłano, przyszedł nowy e-mail od { $from }. To nadal czeka; zatrzyma to ❌ przy nim.
permissions-may-not-read = Nie możesz tu używać Mailrooma.
permissions-may-not-draft = Nie możesz tu pisać szkiców.
permissions-may-not-answer = Nie możesz tu odpowiadać e-mailem: to, co piszesz, zostaje w tym pokoju.
permissions-may-not-compose = Nie możesz tu rozpoczynać rozmów.
permissions-may-not-outside = Nie możesz pisać do osób, które nie biorą udziału w tej rozmowie.
permissions-may-not-invite = Nie możesz tu zapraszać osób, które uczestniczą pocztą.
permissions-may-not-source = Nie możesz tego tu zobaczyć.
permissions-may-not-release = Nie możesz tu o tym decydować.
permissions-may-not-manage = Nie możesz zarządzać kontami.
permissions-takes = Potrzebne jest do tego uprawnienie „{ $level }”.
permissions-ask-team = Poproś o to: { $people };
permissions-ask-admins = nadać je może: { $people }.
permissions-ask-any-admin = nadać je mogą administratorzy Mailrooma.
permissions-quota-reached = Wysłane przez ciebie w ciągu 24 godzin: { $mails }. Więcej e-maili jednej osobie nie wolno.
permissions-quota-waits = Ten nie ginie: czeka i wyjdzie o { $time }. Do tego czasu możesz go cofnąć przez ❌.
operations-state-stopped = zatrzymane
operations-state-connecting = łączy się
operations-state-catching-up = nadrabia zaległości
operations-state-connected = połączone
operations-state-transient = nieosiągalne, próba się powtarza
operations-state-bad-credentials = logowanie odrzucone, musi działać administrator
operations-way-out = wysyłanie: { $state }
operations-way-out-untried = jeszcze bez próby
operations-way-out-ready = działa
operations-way-out-transient = nie działa, próba się powtarza
operations-way-out-bad-credentials = logowanie odrzucone, musi działać administrator
operations-since = od { $time }
operations-because = ({ $reason })
operations-why-login-refused = serwer poczty podaje, że hasło jest błędne
operations-why-login-unexplained = serwer poczty odrzuca logowanie i nie podaje powodu
operations-why-mailbox-missing = takiego folderu nie ma
operations-why-mailbox-unavailable = tych folderów nie da się odczytać
operations-why-mail-unannounced = serwer poczty nie zawiadamia tam o nowej poczcie, więc przychodzi ona późno
operations-why-no-room = nie ma tu miejsca na pocztę
operations-why-no-secret = brakuje jego hasła albo nie da się go tu otworzyć
operations-why-oauth2-refused = serwer, który daje dostęp (oauth2), odmawia go
operations-why-oauth2-away = serwer, który daje dostęp (oauth2), jest nieosiągalny albo nie odpowiada, jak powinien
operations-why-other = serwer poczty jest nieosiągalny albo nie odpowiada tak, jak powinien
operations-last-mail = ostatni e-mail { $time }
operations-no-mail-yet = jeszcze bez e-maili
operations-retry-at = następna próba { $time }
account-none = Wszystkie konta są w pliku konfiguracji.
account-served = { $account }: w użyciu
account-waits = { $account }: czeka – { $why }
account-left-out = { $account }: pominięte – { $why }
account-leaving = { $account }: jest usuwane ze wszystkim, co po nim zostało
account-added = Konto { $account } jest dodane i czeka na hasło: podaje je „mailroom ctl account change { $account } --password-file PLIK” na maszynie, nigdy czat.
account-changed = Konto { $account } jest zmienione.
account-removed = Konto { $account } jest usunięte. Jego rozmowy pozostają, jak są.
account-purged = Konto { $account } jest usunięte ze wszystkim, co po nim zostało.
account-refused = Nic nie zmieniono: { $why }
account-key = „{ $account }” nie może być kluczem konta: małe litery, cyfry i łączniki.
account-no-secret = Hasło nie należy do czatu. Usuń tę wiadomość, a jeśli to było hasło, zmień je na serwerze poczty. Podaj je przez „mailroom ctl account change { $account } --password-file PLIK” na maszynie albo na stronie logowania, jeśli taka jest.
operations-connecting-now = { $accounts }: trwa łączenie; „accounts” pokaże wynik.
operations-all-connected = Nie trzeba nic robić: już połączone.
operations-no-accounts = Nie należysz do zespołu żadnego konta.
operations-which-account = Które konto? { $known }
operations-nothing-waits = nic nie czeka
operations-held = można jeszcze zmienić: { $count }
operations-leaving = zaraz wyjdzie: { $count }
operations-deferred = serwer poczty jeszcze nie przyjął, kolejna próba nastąpi sama: { $count }
operations-failed = nie udało się doręczyć: { $count }
operations-jobs = { $queue }: czeka { $waiting }, najstarsze od { $age }
operations-jobs-quarantined = { $queue }: w kwarantannie { $count }
operations-queue-mail-in = e-maile, które przyszły
operations-queue-matrix-send = wiadomości do pokazania w pokojach
operations-queue-event-in = wiadomości i reakcje z pokojów
operations-queue-mail-out = e-maile do wysłania
operations-queue-mail-sent = kopie do folderu Wysłane
operations-queue-notice-out = e-maile, które zawiadamiają nadawców o odmowie
operations-queue-guest-mail = e-maile do gości z tym, co powiedziano
operations-queue-desk = kolejność, nazwy i przegląd pokojów
operations-queue-member-act = osoby do zaproszenia do pokojów albo do usunięcia z nich
operations-quarantine-empty = Nic nie jest w kwarantannie.
operations-quarantine-count = W kwarantannie: { $total }
operations-quarantine-count-latest = W kwarantannie: { $total }, ostatnie { $shown }:
operations-unread-mail = e-mail z folderu { $mailbox }, którego nie udało się odczytać
operations-stopped-job = praca, która nie udała się zbyt wiele razy: { $queue }
operations-reason = Powód: { $text }
operations-size = Rozmiar: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } nie jest w kwarantannie.
operations-retried = { $number }: nowa próba.
operations-quarantine-how = { $show } mówi więcej, { $retry } próbuje ponownie.
operations-not-alone = W tym czacie są też inni, więc nic tu nie mówię o kontach. Zacznij czat tylko ze mną.
operations-encrypted = Ten czat jest zaszyfrowany i nie mogę go czytać. Zacznij czat bez szyfrowania.
operations-withheld = ⚠ Serwer poczty pokazuje e-mail w folderze { $mailbox }, ale go nie wydaje: od { $sender }, „{ $subject }”. Mailroom sam próbuje dalej i pokaże go, gdy tylko go dostanie. Do tego czasu obejrzyj go w programie pocztowym. { $show } mówi więcej.
operations-sender-unknown = kogoś, kogo nie podaje
operations-withheld-mail = e-mail z folderu { $mailbox }, którego serwer poczty nie wydaje
operations-from = Od: { $sender }
operations-subject = Temat: { $subject }
operations-trouble = ⚠ Od { $time } Mailroom nie może połączyć się ze skrzynką, więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce i przyjdzie, gdy tylko serwer poczty odpowie. Mailroom sam próbuje dalej.
operations-stopped = ⚠ Od { $time } Mailroom nie obsługuje tej skrzynki, więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-unread = ⚠ Od { $time } Mailroom nie może czytać { $folders }: serwer poczty podaje, że takiego folderu nie ma albo że nie wolno go otworzyć. Poczta w nim nie ginie, ale nikt jej tu nie widzi. Administrator musi sprawdzić nazwę w konfiguracji (imap.mailboxes) i to, co wolno czytać temu loginowi.
operations-unannounced = ⚠ Od { $time } serwer poczty nie zawiadamia o nowej poczcie w { $folders }: Mailroom znajduje ją dopiero, gdy sam zajrzy, więc przychodzi późno. Nic nie ginie. Kto prowadzi Mailroom, może zapytać operatora serwera poczty o IMAP IDLE albo zmniejszyć times.poll w konfiguracji.
operations-well = Od { $time } ze skrzynką znów wszystko w porządku: nowa poczta przychodzi jak zwykle, a to, co czekało, przychodzi teraz.
operations-no-rooms = ⚠ Od { $time } serwer Matrix nie tworzy nowych pokoi dla Mailroom, więc nowe rozmowy się nie pojawiają. Nic nie ginie: ich e-maile czekają i pojawią się, gdy tylko znów zacznie tworzyć pokoje. Powiedz o tym osobie, która prowadzi Mailroom: „mailroom check” mówi dlaczego.
operations-rooms-again = Serwer Matrix znów tworzy pokoje: rozmowy, które czekały od { $time }, pojawiają się teraz.
operations-full-database = ⚠ Poczta nie jest pobierana: baza danych osiągnęła dozwolony rozmiar. Nic nie ginie, poczta zostaje w skrzynce; zostanie pobrana, gdy będzie miejsce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-full-disk = ⚠ Poczta nie jest pobierana: dysk bazy danych jest prawie pełny. Nic nie ginie, poczta zostaje w skrzynce; zostanie pobrana, gdy będzie miejsce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-room-again = Znów jest miejsce: poczta jest pobierana jak zwykle, a to, co czekało, przychodzi teraz.
reload-refused = Plik konfiguracji zawiera błędy, więc niczego nie zmieniono. Popraw go tutaj i wczytaj ponownie:
reload-taken =
    { $count ->
        [1] Konfigurację wczytał ponownie jedyny działający proces.
       *[other] Liczba procesów, które ponownie wczytały konfigurację: { $count }.
    }
reload-nobody = Plik konfiguracji jest poprawny. Mailroom nie działa, więc niczego nie wczytano ponownie: plik zostanie odczytany przy następnym starcie.
reload-nothing = Nic w nim nie różni się od tego, co już obowiązywało.
reload-added = Dodane konta: { $accounts }
reload-removed = ⚠ Usunięte konta: { $accounts }. Poczta do nich już nie przychodzi ani od nich nie wychodzi. Jeśli to pomyłka, wpisz je do pliku z powrotem i wczytaj go ponownie.
reload-changed = Zmieniono dla { $account }: { $fields }
reload-members-added = Nowi w zespole { $account }: { $people }
reload-members-removed = Już nie w zespole { $account }: { $people }
reload-settings = Zmieniono dla wszystkich kont: { $fields }
reload-needs-restart = ⚠ To też zmieniło się w pliku, ale do ponownego uruchomienia Mailroom pracuje z poprzednimi wartościami: { $fields }
reload-process-waiting = ⚠ { $process } jeszcze nie wczytał konfiguracji. Do tego czasu każdy może tylko to, na co pozwala zarówno stara, jak i nowa konfiguracja. Jeśli proces się zawiesił, uruchom go ponownie.
reload-process-differs = ⚠ { $process } wczytał swoją konfigurację, ale jego plik nie jest tym, który sprawdzono. Dopóki oba nie mówią tego samego, każdy może tylko to, na co pozwalają oba.
reload-process-refused = ⚠ { $process } pracuje dalej z poprzednią konfiguracją, bo jego plik zawiera błędy. Popraw go tam i wczytaj ponownie:
commands-note = wiadomość tylko dla tego pokoju; nigdy nie jest wysyłana
commands-hold-hint = Dopóki wiadomość nie wyszła, możesz ją edytować, usunąć albo zatrzymać reakcją ❌.
commands-unknown = Nie ma polecenia „{ $name }”.
commands-did-you-mean = Czy chodziło o { $usage }?
commands-see-help = !mail help pokazuje wszystkie polecenia.
commands-wrong-use = Używa się tego tak: { $usage }
commands-goes-to = Twoja następna wiadomość idzie do:
commands-this-goes-to = To idzie do:
commands-cc = Kopia
commands-nobody = Nikt nie dostałby odpowiedzi: żaden e-mail z tej rozmowy nie ma adresu na zewnątrz. Dodaj kogoś przez !mail to name@example.org
commands-why-reply = bo to odpowiedź na wiadomość od { $address }
commands-why-latest = bo ostatni e-mail przyszedł od { $address }; odpowiedz na inną wiadomość, aby odpowiedzieć na tamtą
commands-why-bcc = tylko do nadawcy, { $address }, bo ten e-mail przyszedł do nas jako ukryta kopia
commands-why-same = bo te osoby dostały wiadomość, po której następuje ta
commands-reply-to-used = Nadawca prosi o odpowiedzi na inny adres niż własny.
commands-account = Konto { $address }:
commands-account-state-ready = połączone
commands-account-state-connecting = łączy się
commands-account-state-stopped = zatrzymane, musi działać administrator
commands-open-mail =
    { $seconds ->
        [one] Jeden e-mail czeka jeszcze { $seconds } sekundę i można go zmienić.
        [few] Jeden e-mail czeka jeszcze { $seconds } sekundy i można go zmienić.
       *[many] Jeden e-mail czeka jeszcze { $seconds } sekund i można go zmienić.
    }
commands-waiting-mails =
    { $count ->
        [one] Jeden e-mail czeka na wysłanie.
        [few] { $count } e-maile czekają na wysłanie.
       *[many] { $count } e-maili czeka na wysłanie.
    }
commands-failed-mails =
    { $count ->
        [one] Jednego e-maila nie udało się doręczyć.
        [few] { $count } e-maili nie udało się doręczyć.
       *[many] { $count } e-maili nie udało się doręczyć.
    }
commands-nothing-waits = Nic nie czeka na wysłanie.
commands-last-sent = Ostatni e-mail wyszedł o { $time }.
commands-retrying =
    { $count ->
        [one] Nowa próba z jednym e-mailem.
        [few] Nowa próba z { $count } e-mailami.
       *[many] Nowa próba z { $count } e-mailami.
    }
commands-nothing-to-retry = Nie ma nic do ponowienia.
commands-refused = Nie doręczono: { $address }. Serwer odbiorcy podaje: { $words }
commands-deferred = Jeszcze nie doręczono: { $address }; kolejna próba nastąpi sama. Serwer odbiorcy podaje: { $words }
commands-gave-up = Nie doręczono: { $address }, po wielu próbach. Ostatnia odpowiedź: { $words }
commands-not-sent = Tej wiadomości nie wysłano: { $words }
commands-unknown-outcome = Połączenie zerwało się podczas przekazywania serwerowi poczty: mogło zostać wysłane albo nie.
commands-unknown-resent = Za kilka minut zostanie wysłane jeszcze raz, z tym samym identyfikatorem, aby programy pocztowe pokazały to raz.
commands-unknown-held = Samo nie zostanie wysłane ponownie; !mail retry wysyła jeszcze raz.
commands-too-large = Tej wiadomości nie wysłano: jako e-mail ma { $size }, a nasz własny serwer poczty przyjmuje najwyżej { $limit }. W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
commands-too-large-without-limit = Tej wiadomości nie wysłano: ma { $size } i jest za duża dla naszego własnego serwera poczty, który nie podaje, ile przyjmuje. W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
commands-utf8-missing = Tej wiadomości nie wysłano: jeden z adresów ma litery, których serwer poczty nie przyjmuje, na przykład ą lub é.
commands-already-mailed = Za późno: już wysłano. Zmiana zostaje w tym pokoju.
commands-encrypted-not-mailed = Ta wiadomość jest zaszyfrowana, więc nie mogę jej przeczytać i nie została wysłana. Napisz ją bez szyfrowania.
commands-intro-thread = To, co piszesz w tym pokoju, wychodzi jako e-mail. Te polecenia nie:
commands-intro-lobby = Nic, co piszesz w tym pokoju, nie jest wysyłane e-mailem. Rozumiem te polecenia:
commands-intro-inbox = Każda nowa rozmowa to tutaj jeden wiersz; nic, co piszesz w tym pokoju, nie jest wysyłane e-mailem. Rozumiem te polecenia:
commands-intro-management = Dzień dobry, tu Mailroom. Nic, co tu piszesz, nie jest wysyłane e-mailem. Rozumiem:
commands-more = { $usage } mówi więcej o jednym z nich.
commands-example = Przykład: { $text }
commands-place-thread = w pokoju rozmowy
commands-place-lobby = w pokoju „Moderacja” konta
commands-place-inbox = w pokoju „Odebrane” konta
commands-place-management = w czacie bezpośrednim ze mną
commands-elsewhere = „{ $name }” nie można użyć w tym pokoju. Użyj tego { $places }.
commands-or = albo
language-name-en = angielski
language-name-de = niemiecki
language-name-es = hiszpański
language-name-fr = francuski
language-name-it = włoski
language-name-nl = niderlandzki
language-name-pl = polski
language-name-pt = portugalski
language-listed-unreviewed = { $language } ({ $tag }, jeszcze niesprawdzony)
language-unreviewed = Tych tekstów nie sprawdził jeszcze nikt, dla kogo ten język jest ojczysty. Poprawki są mile widziane.
language-is = Język odpowiedzi dla ciebie: { $language }.
language-set = Od teraz język odpowiedzi dla ciebie: { $language }.
language-unknown = Języki, które znam: { $known }.
zone-is = Podaję ci czas w strefie { $zone }. Jest tam teraz { $time }.
zone-is-account = Strefa czasowa nie jest wybrana, więc podaję ci czas w strefie konta, { $zone }. Jest tam teraz { $time }.
zone-set = Od teraz podaję ci czas w strefie { $zone }. Jest tam teraz { $time }. Czy to samo pokazuje twój zegar?
zone-as-account = Od teraz podaję ci czas w strefie czasowej konta.
zone-unknown = Nie znam strefy czasowej „{ $text }”.
zone-meant = Czy chodziło o { $zones }?
zone-how = Aby wybrać inną, podaj region i miejsce: !mail zone Europe/Berlin. !mail zone account wraca do strefy konta.
ping-way = Ta odpowiedź zajęła { $whole }: { $before }, zanim twoja wiadomość dotarła tu z serwera Matrix, { $here } do odpowiedzi.
ping-here = Ta odpowiedź zajęła { $here } od chwili, gdy twoja wiadomość tu dotarła. Nie da się powiedzieć, jak długo szła: zegar serwera Matrix zbyt różni się od naszego.
ping-too-long = Nie da się powiedzieć, ile zajęła ta odpowiedź: twoja wiadomość czekała tu ponad dobę albo w międzyczasie przestawiono zegar.
source-reply-to = Napisz !mail source jako odpowiedź na wiadomość, której oryginał chcesz dostać.
source-unknown = Tej wiadomości nie odpowiada żaden e-mail.
source-gone = Oryginał tego e-maila nie jest (albo już nie jest) tu przechowywany; poszukaj go w skrzynce. Jego suma kontrolna (SHA-256): { $hash }.
source-gone-without-hash = Oryginał tego e-maila nie jest (albo już nie jest) tu przechowywany; poszukaj go w skrzynce.
search-nothing = Niczego nie znaleziono.
search-found = Znaleziono: { $count }
search-found-more = Znaleziono: więcej niż { $count }
search-reading = Starsza poczta jest jeszcze wczytywana (dotąd { $percent } %): nie wszystko można już znaleźć.
search-nothing-asked = Powiedz, czego szukać: słowa albo from:bob to:alice subject:lampa has:pdf in:support after:2019 before:2020-06. Słowa w cudzysłowie stoją obok siebie; -słowo nie występuje; lam* to początek słowa.
search-needs-person = „{ $word }” wymaga nazwiska lub adresu, na przykład from:bob albo from:bob@example.org
search-needs-words = „{ $word }” wymaga słów, na przykład subject:lampa
search-needs-date = „{ $word }” wymaga roku, miesiąca lub dnia, na przykład after:2019, after:2019-03 albo before:2019-03-14
search-needs-kind = „{ $word }” wymaga rodzaju pliku, na przykład has:file, has:pdf, has:image albo has:docx
search-needs-place = „{ $word }” wymaga konta lub folderu; twoje to: { $known }
search-too-much = To za dużo naraz: najwyżej tyle słów i warunków: { $most }.
help-brake = pokazuje, które odpowiedzi zatrzymano, bo wygląda na to, że automaty odpowiadają sobie nawzajem; „reset” je wysyła
help-breaker = pokazuje, czy cała poczta wychodząca jest zatrzymana; „reset” to kończy
help-list = wymienia otwarte rozmowy: all (wszystkie), mine (twoje), unclaimed (wolne), us (czekają na nas), them (czekamy), snoozed (odłożone) albo done (zamknięte)
help-claim = bierze tę rozmowę, aby inni widzieli, że się nią zajmujesz; tak samo reakcja 👀
help-unclaim = oddaje tę rozmowę
help-assign = przekazuje tę rozmowę komuś z zespołu
help-done = zamyka tę rozmowę; tak samo reakcja ✅. Nowy e-mail otwiera ją znowu
help-reopen = otwiera tę rozmowę ponownie
help-snooze = odkłada tę rozmowę na jakiś czas (4h, 3d) albo do dnia (jutro 9:00, pon, 2026-12-01)
help-send = kiedy zostanie wysłana twoja czekająca wiadomość: send at 8:00, send at pon; send now wysyła od razu
help-draft = daje nowe słowa szkicowi, który czeka na ✅, ktokolwiek go napisał
help-answer = wysyła przygotowaną odpowiedź w twoim imieniu; bez nazwy wymienia wszystkie
help-compose = rozpoczyna rozmowę we własnym pokoju; o to, czego brakuje, pytam; dalsze wiersze to jej pierwszy e-mail
help-forward = wysyła e-mail komuś z zewnątrz, w razie potrzeby ze słowami; odpowiedzi trafiają do osobnego pokoju
help-cancel = kończy moje pytania o nową rozmowę; żadna się nie zaczyna
help-to = kto dostanie twoją następną wiadomość i dlaczego; +adres dodaje, -adres usuwa, same adresy to nowa lista
help-cc = kto dostaje kopie; zmienia się tak samo
help-bcc = kto dostaje ją tak, że nikt inny tego nie widzi; zmienia się tak samo
help-from = z którego adresu konta pisana jest ta rozmowa
help-subject = temat następnych e-maili
help-reply-to-sender = odpowiedzi idą tylko do nadawcy tego, na co się odpowiada; off: znów do wszystkich. Dla jednej wiadomości: !sender TEKST
help-block = czyja poczta nie jest pokazywana, w koncie albo w tym pokoju („here”); jako odpowiedź na wiadomość: jej nadawca, w tym pokoju
help-allow = kto bierze udział bez pytania; jako odpowiedź na wiadomość: jej nadawca, w tym pokoju
help-rules = pokazuje, kto może brać udział i ilu e-maili nie pokazano; „drop” usuwa regułę
help-entry = pokazuje albo ustala, czy w tym pokoju może brać udział każdy, kto odpowie i jest zweryfikowany
help-invite = zaprasza kogoś po adresie do udziału w tym pokoju pocztą; „last” z liczbą wysyła tyle ostatnich wiadomości
help-uninvite = kończy czyjś udział w tym pokoju pocztą
help-guests = pokazuje, kto czyta ten pokój pocztą. Zmienia, co pokój o nich mówi: „answer” lub „invitation” (od kiedy dostają to, co się mówi), „now”, „hourly” lub „daily”, „verified” lub „unverified”
help-move = jako odpowiedź na wiadomość: przenosi ją, razem z odpowiedziami na nią, do rozmowy w innym pokoju
help-split = jako odpowiedź na wiadomość: tworzy z niej i ze wszystkiego, co przyszło po niej, osobną rozmowę
help-merge = przenosi całą tę rozmowę do rozmowy w innym pokoju
help-help = pokazuje tę listę
help-status = pokazuje stan konta i to, jak daleko dotarły e-maile z tego pokoju
help-retry = próbuje ponownie tego, czego nie udało się doręczyć; jako odpowiedź na wiadomość: tylko tej
help-unpause = znów wysyła na adres, na który nie udało się doręczyć e-maila
help-search = znajduje maile i odpowiedzi po słowach, także w plikach: from:bob to:alice subject:lampa has:pdf in:support after:2019 before:2020-06, „słowa w cudzysłowie”, -słowo, page 2
help-source = jako odpowiedź na wiadomość: umieszcza tu jej oryginalny e-mail jako plik
help-why = jako odpowiedź na wiadomość: dlaczego jej e-mail jest w tej rozmowie i jak sprawdzono nadawcę
help-accept = jako odpowiedź na wiadomość o podejrzanym e-mailu: pokazuje go w jego rozmowie
help-refuse = jako odpowiedź na wiadomość o podejrzanym e-mailu: pomija go
help-overflow = pokazuje e-maile, które czekają, bo z zewnątrz przyszło ich za dużo; „let-in” je wpuszcza, „discard” pomija
help-old = pokazuje starą pocztę, która przyszła w dużej ilości i czeka; „quietly” i „as-new” ją wpuszczają, „leave” zostawia ją w skrzynce
help-account = pokazuje konta dodane w trakcie działania; robią to „add”, „change” i „remove”, tylko hasła podaje się gdzie indziej
help-accounts = pokazuje stan każdego z twoich kont: jaki, od kiedy, i ostatni e-mail; „retry” łączy teraz to, które jest nieosiągalne
help-team = pokazuje, kto nie należy już do zespołu, a jest jeszcze w jego pokojach; „leave” usuwa te osoby, „stay” zostawia je tam bez uprawnień
help-queue = pokazuje, co czeka na wysłanie albo pokazanie i co się nie udało
help-quarantine = pokazuje, czego nie udało się odczytać albo zrobić; „show” mówi więcej o jednym, „retry” próbuje ponownie
help-reload = ponownie wczytuje plik konfiguracji, bez restartu
help-ping = pokazuje, jak długo trwała droga z serwera Matrix do odpowiedzi
help-language = pokazuje albo ustala język, w którym dostajesz odpowiedzi
help-login = dodaje własną skrzynkę, w rozmowie bezpośredniej ze mną
help-logout = usuwa własną skrzynkę
help-zone = pokazuje albo ustala strefę czasową, w której podawany jest ci czas
queue-not-shown = ⚠ Brakuje tu części tego e-maila: serwer Matrix jej nie przyjmuje. Więcej mówi „!mail quarantine” w pokoju „Moderacja”.
queue-set-aside = ⚠ Coś się z tym nie udało: nie zostanie wysłane i nie zmieni żadnego e-maila. Napisz to jeszcze raz; jeśli to nie pomoże, więcej powie „!mail quarantine” w pokoju „Moderacja”.
queue-returned-mail = Tego nie wysłano: od { $since } Mailroom nie obsługiwał tego konta. Samo teraz nie wyjdzie: zareaguj ✅, aby wysłać, albo ❌, aby odrzucić.
queue-unseen-mail = Nie mogę już odczytać pokoju, w którym to napisano, więc nie widzę, czy zostało tam zmienione lub usunięte: „{ $words }”. Samo nie wyjdzie: zareaguj ✅, aby wysłać to tak, jak tu stoi, lub ❌, aby to porzucić.
queue-returned-fixed = Czeka to na zgodę i nie można już tego zmienić: zareaguj ✅, aby wysłać bez zmian, albo ❌, aby odrzucić.
queue-returned-released = Jest teraz wysyłane.
queue-returned-discarded = Odrzucono: nie zostanie wysłane.
queue-not-served = Mailroom nie obsługuje teraz konta { $account }: to, co tu powiedziano, nie jest wysyłane, a poczta do niego nie jest pokazywana. Nic nie ginie: gdy konto znów będzie obsługiwane, padnie tu pytanie, co zrobić z tym, co powiedziano w międzyczasie. Kto prowadzi Mailroom, wie dlaczego.
queue-unserved = od { $since } nie obsługuje go żaden proces
attempt-list = Próby przekazania go serwerowi poczty:
attempt-accepted = { $attempt }. { $time }, { $address }: przyjęto
attempt-deferred = { $attempt }. { $time }, { $address }: jeszcze nie przyjęto
attempt-refused = { $attempt }. { $time }, { $address }: odrzucono
attempt-not-sent = { $attempt }. { $time }, { $address }: nie przekazano
attempt-unknown = { $attempt }. { $time }, { $address }: może wysłano
delivery-waits = Jeszcze nie wysłano.
delivery-leaves-by-itself = Wiadomość jest zachowana i wyjdzie sama, gdy tylko to zostanie naprawione.
delivery-waited = Tej wiadomości nie wysłano: zbyt długo czekała na nasz własny serwer poczty.
relay-since = Od { $time } nic nie jest wysyłane.
relay-news = ⚠ Od { $time } nic nie jest wysyłane.
relay-well = Od { $time } poczta znów wychodzi. To, co czekało, jest w drodze.
relay-trouble-login = Nasz własny serwer poczty odrzuca logowanie do wysyłania: hasło w konfiguracji jest błędne albo dostawca zablokował ten login.
relay-trouble-login-later = Nasz własny serwer poczty nie może teraz sprawdzić logowania do wysyłania.
relay-trouble-certificate-expired = Certyfikat naszego własnego serwera poczty wygasł, więc nie powierzamy mu poczty.
relay-trouble-certificate-unknown = Certyfikatowi naszego własnego serwera poczty nie można ufać: wystawiono go na inną nazwę albo przez kogoś, kogo Mailroom nie zna.
relay-trouble-tls = Nie da się nawiązać szyfrowanego połączenia z naszym własnym serwerem poczty.
relay-trouble-connection-refused = Nasz własny serwer poczty nie przyjmuje połączeń.
relay-trouble-name-unknown = Nie da się znaleźć nazwy naszego własnego serwera poczty.
relay-trouble-silent = Nasz własny serwer poczty nie odpowiada.
relay-trouble-unreachable = Nasz własny serwer poczty jest nieosiągalny.
relay-trouble-refuses = Nasz własny serwer poczty odprawia Mailroom zaraz po połączeniu.
relay-says = Podaje: { $words }
relay-remedy-password = To, co piszesz, czeka (⏳) i wtedy wyjdzie samo. Poproś osobę, która prowadzi Mailroom, aby poprawiła hasło (lub oauth2) w jego pliku: próba nastąpi w ciągu minuty. „accounts retry { $account }” w czacie bezpośrednim ze mną próbuje od razu.
relay-remedy-certificate = To, co piszesz, czeka (⏳) i wtedy wyjdzie samo. Kto prowadzi serwer poczty, musi odnowić jego certyfikat, albo kto prowadzi Mailroom, musi podać właściwy serwer i jego urząd certyfikacji (smtp.host, smtp.ca_file).
relay-remedy-server = To, co piszesz, czeka (⏳) i wyjdzie samo, gdy tylko serwer odpowie; pytamy go co kilka minut. Jeśli to potrwa, zapytaj osobę, która prowadzi serwer poczty.
relay-not-mailed-failed = Nie wysłano do: { $people }.
relay-not-mailed-again = Jeszcze nie wysłano do: { $people }; ponowna próba nastąpi sama.
relay-refusal-news = ⚠ Nasz własny serwer poczty nie przyjmuje naszej wiadomości. Osoba, która ją napisała, już o tym wie.
relay-refusal-once = O kolejnych takich wiadomościach dowiedzą się ich autorzy, a tutaj będzie o tym mowa znów po dniu.
relay-refusal-limit = Nasz własny serwer poczty na razie nie przyjmuje więcej wiadomości: wysłano już tyle, na ile pozwala.
relay-refusal-login-needed = Nasz własny serwer poczty nie przyjmuje wiadomości bez logowania albo nie z tym loginem.
relay-refusal-full = Nasz własny serwer poczty nie ma teraz miejsca albo nasza skrzynka jest tam pełna.
relay-refusal-sender = Nasz własny serwer poczty nie pozwala nam wysyłać z tego adresu.
relay-refusal-relaying = Nasz własny serwer poczty nie przekazuje za nas wiadomości innym.
relay-refusal-too-large = Nasz własny serwer poczty nie przyjmuje tak dużej wiadomości.
relay-refusal-content = Nasz własny serwer poczty uznaje wiadomość za spam albo nie podoba mu się jej treść.
relay-refusal-other = Nasz własny serwer poczty nie przyjmuje wiadomości.
relay-help-limit = Nie trzeba nic robić: wiadomość wyjdzie, gdy limit znów na to pozwoli, zwykle w ciągu dnia. Jeśli zdarza się to często, poproś dostawcę o wyższy limit.
relay-help-login-needed = Osoba, która prowadzi Mailroom, musi sprawdzić w konfiguracji smtp.user, smtp.password, smtp.port i smtp.security.
relay-help-full = Zwykle mija to samo. Jeśli potrwa, usuń stare wiadomości ze skrzynki albo poproś dostawcę o więcej miejsca.
relay-help-sender = Poproś dostawcę, aby ten login mógł wysyłać z adresu konta, albo osobę, która prowadzi Mailroom, aby użyła loginu, który do niego należy. Potem !mail retry wyśle wiadomość.
relay-help-relaying = Osoba, która prowadzi Mailroom, musi sprawdzić w konfiguracji smtp.host i login. Potem !mail retry wyśle wiadomość.
relay-help-too-large = W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
relay-help-content = Napisz to innymi słowami albo bez plików i linków. Jeśli tak odrzucane są zwykłe wiadomości, zapytaj dostawcę o powód.
relay-help-other = Zapytaj osobę, która prowadzi serwer poczty, podając powyższe słowa. !mail retry spróbuje ponownie.
provider-microsoft-smtp-off = Microsoft: wysyłanie przez programy (SMTP AUTH) jest wyłączone w całej organizacji. Jej administrator może zezwolić na nie dla tej skrzynki (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: wysyłanie przez programy (SMTP AUTH) jest wyłączone dla tej skrzynki. Administrator organizacji włącza je tutaj: użytkownik, Poczta, Zarządzaj aplikacjami poczty e-mail, Uwierzytelniony protokół SMTP.
provider-microsoft-no-passwords = Microsoft nie przyjmuje haseł od programów. Hasło zastępuje logowanie przez Microsoft (oauth2).
provider-microsoft-policy = Microsoft: reguła organizacji (domyślne ustawienia zabezpieczeń lub dostęp warunkowy) zabrania tego logowania. Jej administrator musi na nie zezwolić.
provider-microsoft-send-as = Microsoft: to logowanie nie może wysyłać z tego adresu. Administrator organizacji nadaje mu dla skrzynki prawo „Wyślij jako”.
provider-microsoft-not-logged-in = Microsoft przyjmuje pocztę do wysłania tylko po zalogowaniu: smtp potrzebuje użytkownika oraz hasła lub oauth2.
provider-microsoft-not-connected = Microsoft przyjmuje logowanie i nie otwiera skrzynki: IMAP jest dla niej wyłączony, nie ma ona licencji albo Exchange sam ma kłopoty.
provider-microsoft-consent = Microsoft: nikt jeszcze nie zgodził się na to, aby Mailroom używał tej skrzynki. Zaloguj się ponownie i wyraź zgodę; gdzie może to zrobić tylko administrator organizacji, musi to zrobić on.
provider-microsoft-login = Microsoft nie wpuszcza tego logowania do skrzynki: hasło lub zgoda są błędne, osoba, która wyraziła zgodę, nie może używać tej skrzynki, albo IMAP lub SMTP jest dla niej wyłączony.
provider-client-refused = Dostawca nie zna klienta Mailroom albo tajny klucz klienta wygasł. Administrator musi poprawić client_id i client_secret.
provider-login-again = Brakuje zgody na używanie tej skrzynki, zgoda wygasła lub została cofnięta, na przykład po zmianie hasła. Ktoś musi zalogować się ponownie.
provider-google-app-password = Google nie przyjmuje zwykłych haseł od programów: chce hasła do aplikacji (wymaga ono weryfikacji dwuetapowej) albo logowania przez Google (oauth2).
provider-google-login = Google nie przyjmuje tego logowania. Zwykłych haseł od programów nie przyjmuje: pomaga hasło do aplikacji albo logowanie przez Google (oauth2).
provider-google-web-login = Google chce, aby osoba, do której należy skrzynka, zalogowała się raz w przeglądarce i potwierdziła, że to ona.
provider-google-imap-off = Google: IMAP jest wyłączony dla tej skrzynki. Włącza się go w ustawieniach Gmaila, w „Przekazywanie i POP/IMAP”.
provider-google-imap-off-organisation = Google: IMAP jest wyłączony w całej organizacji. Jej administrator włącza go w konsoli administracyjnej.
provider-app-password = Ten dostawca nie przyjmuje zwykłych haseł od programów: utwórz hasło do aplikacji w ustawieniach zabezpieczeń skrzynki i użyj go.
mailbox-archived = Ktoś zarchiwizował ten e-mail w programie pocztowym. Rozmowa jest tu nadal otwarta: ✅ ją zamyka.
mailbox-deleted = Ktoś usunął ten e-mail w programie pocztowym. Tutaj pozostaje, a rozmowa jest nadal otwarta: ✅ ją zamyka.
mailbox-moved = Ktoś przeniósł ten e-mail do innego folderu w programie pocztowym. Rozmowa jest tu nadal otwarta: ✅ ją zamyka.
mailbox-many =
    { $count ->
        [one] { $count } e-mail przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W jego pokoju nic o tym nie ma.
        [few] { $count } e-maile przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W ich pokojach nic o tym nie ma.
       *[many] { $count } e-maili przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W ich pokojach nic o tym nie ma.
    }
guests-room-welcome = W tym pokoju mogą uczestniczyć osoby, które mają tylko e-mail. Nic nie wychodzi stąd pocztą, dopóki nikt nie został zaproszony.
guests-room-welcome-how = Aby kogoś zaprosić: !mail invite bob@example.org Bob
guests-invited = ✉ Zaproszono do udziału pocztą: { $person }. Teraz wychodzi jedna wiadomość, a to, co się tu mówi, dopiero po odpowiedzi na nią. !mail uninvite to cofa.
guests-invited-at-once = ✉ Zaproszono do udziału pocztą: { $person }. Od teraz to, co się tu mówi, idzie tam pocztą. !mail uninvite to kończy.
guests-unverified-hint = Nikt nie sprawdza nadawców poczty do tego konta, dlatego wiadomości gości nie są tu pokazywane. !mail guests unverified je pokazuje.
guests-unreadable = Kogo? Potrzebny jest jeden adres, na przykład: !mail invite bob@example.org Bob
guests-refused-own = { $address } to nasz własny adres. Zaproś tę osobę w Matriksie.
guests-refused-member = { $address } należy do kogoś z zespołu. Zaproś tę osobę w Matriksie.
guests-refused-no-power = Nikogo nie zaproszono: ten pokój nie pozwala ci zapraszać. Poproś kogoś, kto może.
guests-refused-encrypted = Nikogo nie zaproszono: ten pokój jest szyfrowany i to, co się w nim mówi, nie może wyjść pocztą.
guests-refused-already = { $address } ma już zaproszenie. !mail guests pokazuje, kto czyta pocztą.
guests-refused-stopped = { $address } nie chce stąd poczty. Zmienić to może tylko ta osoba, wiadomością ze słowem START na { $account }.
guests-refused-member-quota = Nikogo nie zaproszono: liczba twoich zaproszeń w ciągu doby ({ $count }) osiągnęła granicę z konfiguracji. Spróbuj jutro.
guests-refused-all-quota = Nikogo nie zaproszono: liczba zaproszeń wszystkich w ciągu doby ({ $count }) osiągnęła granicę z konfiguracji. Spróbuj jutro.
guests-refused-person-quota = Nikogo nie zaproszono: { $address } ma już kilka zaproszeń w ciągu doby. Spróbuj jutro.
guests-no-room = To nie jest pokój dla gości. !mail to pokazuje, kto dostaje to, co się tu mówi.
guests-removed = { $person } nie dostaje już nic z tego pokoju.
guests-not-there = { $address } nie jest gościem tego pokoju. !mail guests pokazuje, kto nim jest.
guests-answered = { $person } odpowiada na zaproszenie i bierze udział: to, co się tu mówi, idzie tam odtąd pocztą.
guests-stopped = { $person } nie chce już stąd poczty i nie dostaje nic z tego pokoju. Zmienić to może tylko ta osoba, wiadomością ze słowem START na { $account }.
guests-started = { $person } znowu bierze udział pocztą.
guests-failed = ⚠ Zaproszenia nie dało się doręczyć ({ $person }) i jest ono nieważne. Sprawdź adres.
guests-leaves = To, co się tu mówi, idzie pocztą do: { $people }.
guests-unverified-kept = Wiadomość, która podaje się za napisaną przez { $person }, nie jest pokazana: nikt nie sprawdza nadawców poczty do tego konta. !mail guests unverified pokazuje następne.
guests-list-none = Nikogo nie zaproszono do udziału w tym pokoju pocztą.
guests-state-invited = zaproszenie wysłane, jeszcze bez odpowiedzi
guests-state-active = bierze udział pocztą
guests-state-stopped = nie chce poczty
guests-state-removed = usunięto z pokoju
guests-state-failed = wiadomość nie dotarła
guests-consent-answer = Osoba zaproszona dostaje to, co się tu mówi, gdy odpowie.
guests-consent-invitation = Osoba zaproszona od razu dostaje to, co się tu mówi.
guests-delivery-now = Wychodzi po przerwie w rozmowie.
guests-delivery-hourly = Jest zbierane i wychodzi raz na godzinę.
guests-delivery-daily = Jest zbierane i wychodzi raz na dobę.
guests-verified = Wiadomości gości nie są pokazywane, bo nikt nie sprawdza ich nadawców: !mail guests unverified
guests-unverified = Wiadomości gości są pokazywane, choć nikt nie sprawdza ich nadawców: !mail guests verified
guests-ghost-name = { $name } (pocztą)
guests-mail-subject = Zaproszenie: { $room }
guests-mail-subject-unnamed = Zaproszenie od { $name }
guests-mail-invites = { $name } zaprasza do rozmowy „{ $room }”. Odbywa się ona na czacie; do udziału wystarcza program pocztowy.
guests-mail-invites-unnamed = { $name } zaprasza do rozmowy. Odbywa się ona na czacie; do udziału wystarcza program pocztowy.
guests-mail-how = Aby wziąć udział, wystarczy odpowiedzieć na tę wiadomość: odpowiedź zobaczą tam wszyscy, a potem przyjdzie to, co się mówi. Bez odpowiedzi nie przyjdzie nic więcej.
guests-mail-how-at-once = Od teraz przychodzi to, co się tam mówi. Odpowiedzi zobaczą tam wszyscy.
guests-mail-stop = Aby nie dostawać stąd poczty, wystarczy odpowiedzieć samym słowem STOP. Wtedy nikt stąd już nie może zaprosić.
guests-stopped-subject = Nie będzie stąd więcej poczty
guests-stopped-text = Poprosiła o to wiadomość z tego adresu. To koniec udziału we wszystkich rozmowach tutaj i nikt nie może zaprosić ponownie.
guests-stopped-undo = W razie pomyłki lub zmiany zdania wystarczy odpowiedzieć na tę wiadomość samym słowem START.
guests-not-here = \`!mail { $name }\` służy rozmowom pocztowym. Kto czyta ten pokój pocztą, jest tu gościem: \`!mail guests\` pokazuje gości, \`!mail invite ADRES\` zaprasza.
guests-encrypted-subject = To, co się tam mówi, jest teraz szyfrowane
guests-encrypted-text = W rozmowie, do której zaprasza { $by }, wiadomości są teraz szyfrowane. Nie da się ich wysłać pocztą, więc żadna z nich nie przyjdzie. Twoje wiadomości nadal tam docierają. Zapytaj, co dalej: { $by }.
guests-page-title = Koniec poczty
guests-page-text = Naciśnij przycisk, aby nie dostawać już poczty z tutejszych rozmów.
guests-page-button = Zatrzymaj pocztę
guests-page-done = Gotowe. Nie będzie już poczty z tutejszych rozmów i nikt nie może zaprosić.
guests-page-undo = Aby to cofnąć, wystarczy odpowiedzieć na posiadaną wiadomość samym słowem START.
reaction-said = Reakcja ({ $name }): { $emoji }.
reaction-unplaced = Reakcja: { $person }. Nie dotyczy żadnej znanej tu wiadomości albo nie pochodzi od kogoś, kto bierze udział w jej rozmowie; leży w skrzynce.
reaction-leaves = Reakcja taka jak { $emoji } na e-mail ({ $person }) idzie e-mailem do tej osoby i do nikogo więcej. Usunięta w ciągu { $seconds } s nie zostanie wysłana.
reaction-mailed = { $name } zareagował(a) na Państwa wiadomość.
history-done =
    Poczta od { $since } jest już tutaj: { $mails ->
        [one] { $mails } e-mail
        [few] { $mails } e-maile
       *[many] { $mails } e-maili
    }, pokoje: { $rooms }, w osobnej przestrzeni. Nikogo o tym nie powiadomiono ani nie zaproszono, a nowa poczta trafia do tych samych pokojów.
history-none = Od { $since } nie było poczty do sprowadzenia.
history-left =
    Nie udało się sprowadzić wcześniejszej poczty ({ $count ->
        [one] { $count } e-mail
        [few] { $count } e-maile
       *[many] { $count } e-maili
    }); co jest w skrzynce, w niej zostaje:
history-reading = sprowadza pocztę od { $since }: dotąd znaleziono { $found }
history-filling = sprowadza pocztę od { $since }: { $settled } z { $found }
history-waits = czeka: { $what }
web-not-there = Tutaj nic nie ma
web-not-there-help = Proszę sprawdzić, czy otwarto cały link: programy pocztowe czasem go ucinają. Linki jednorazowe znikają po użyciu.
web-too-many = Zbyt wiele żądań
web-too-many-help =
    { $seconds ->
        [one] Proszę poczekać sekundę, a potem wczytać tę stronę ponownie.
        [few] Proszę poczekać { $seconds } sekundy, a potem wczytać tę stronę ponownie.
        [many] Proszę poczekać { $seconds } sekund, a potem wczytać tę stronę ponownie.
       *[other] Proszę poczekać { $seconds } sekundy, a potem wczytać tę stronę ponownie.
    }
web-failed = Coś poszło tutaj nie tak
web-failed-help = Nic nie przepadło. Proszę spróbować ponownie za chwilę; jeśli to się powtarza, proszę powiedzieć tym, którzy prowadzą Mailroom.
web-foreign-form = Ten formularz nie został wysłany z naszej strony
web-foreign-form-help = Dla bezpieczeństwa nic nie zrobiono. Proszę otworzyć link ponownie i tam wypełnić formularz.
login-link = Proszę w ciągu 15 minut otworzyć tę stronę i zalogować się na niej do swojej skrzynki: { $link } To, co się tam wpisze, nie trafia do Matriksa.
login-link-then = Na końcu strona pokazuje sześć cyfr. Proszę je tu napisać: login i cyfry. Linku ani cyfr proszę nikomu nie podawać.
login-added = { $address } jest już tutaj: nowa poczta przychodzi do pokojów w przestrzeni „{ $name }”, do której nie zaproszono nikogo poza Państwem. !mail logout ją usuwa.
login-wrong =
    { $left ->
        [one] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próba, potem logowanie przepada.
        [few] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próby, potem logowanie przepada.
        [many] To nie są cyfry, które pokazuje strona. Jeszcze { $left } prób, potem logowanie przepada.
       *[other] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próby, potem logowanie przepada.
    }
login-spent = Zbyt wiele błędów; logowanie przepadło, a to, co wpisano, zostało usunięte. !mail login zaczyna od nowa.
login-none = Żadne Państwa logowanie nie czeka na cyfry. !mail login je zaczyna; cyfry są ważne dziesięć minut.
login-already-taken = { $address } jest tu już kontem. Prowadzący Mailroom mogą powiedzieć czyim.
login-no-words = Proszę pisać tu tylko !mail login, a potem sześć cyfr ze strony. Jeśli to było hasło: proszę usunąć wiadomość i zmienić hasło.
login-not-allowed = Prowadzący Mailroom nie pozwolili Państwu dodać własnej skrzynki (logins.allowed w konfiguracji).
login-no-pages = Własne skrzynki są tu dozwolone, ale nie ma strony do logowania. Prowadzący Mailroom muszą ustawić web w konfiguracji.
logout-none = Nie ma tu żadnej Państwa skrzynki.
logout-which = Którą? !mail logout i adres: { $addresses }
logout-done = { $address } usunięto: logowanie, hasło, maile i to, co z nich zapamiętano. Sama skrzynka jest taka jak była. Opuszczam jej pokoje.
login-page-title = Logowanie do własnej skrzynki
login-page-whose = Ta strona jest dla { $user }. Poczta ze skrzynki będzie w Matriksie pokazywana użytkownikowi { $user }. Proszę iść dalej tylko wtedy, gdy to Państwo.
login-page-begin = To ja, dalej
login-page-wrong-title = Jeszcze nie zalogowano
login-page-address = Adres e-mail
login-page-password = Hasło do skrzynki
login-page-password-hint = Wielu dostawców wymaga hasła dla programów (hasła aplikacji), gdy logowanie ma drugi składnik.
login-page-name = Imię i nazwisko w mailach
login-page-name-hint = Może pozostać puste.
login-page-servers = Serwery
login-page-servers-hint = Są wyszukiwane według adresu. Proszę je wpisać tylko wtedy, gdy to się nie uda.
login-page-imap = Poczta przychodzi z (IMAP)
login-page-smtp = Poczta wychodzi przez (SMTP)
login-page-host = Serwer
login-page-port = Port
login-page-security = Szyfrowanie
login-page-user = Nazwa użytkownika, jeśli nie jest nią adres
login-page-try = Zaloguj
login-page-no-address = To nie jest adres e-mail. Wygląda on tak: anna@example.org.
login-page-no-password = Brakuje hasła albo ma ono znaki, których żadne mieć nie może.
login-page-too-often = Ten link wypróbowano zbyt wiele razy. Proszę napisać !mail login do Mailroom, aby dostać nowy.
login-page-servers-none = Dla tego adresu nie znaleziono serwerów. Proszę wpisać te, które podaje dostawca.
login-page-servers-closed = Skrzynek z tej domeny nie można tu dodać. Prowadzący Mailroom mogą podać jej serwery.
login-page-servers-not-public = Te serwery nie mają publicznej nazwy i adresu, więc połączenia z nimi nie będzie. Prowadzący Mailroom mogą podać serwery wewnętrzne.
login-page-servers-port = To nie jest port serwera pocztowego: IMAP ma 993 lub 143, SMTP 465 lub 587.
login-page-refused = { $server } nie przyjął adresu i hasła. Proszę sprawdzić, czy są poprawne i czy dostawca nie wymaga hasła aplikacji albo wcześniejszej zgody na programy pocztowe.
login-page-tls = { $server } nie pokazał certyfikatu, któremu można zaufać. Proszę sprawdzić nazwę.
login-page-away = Nie udało się połączyć z { $server }. Proszę sprawdzić nazwę, port i szyfrowanie albo spróbować później.
login-page-taken = Ten adres jest tu już kontem. Prowadzący Mailroom mogą powiedzieć czyim.
login-page-code-title = Jeszcze jeden krok
login-page-code = Skrzynkę znaleziono. Proszę napisać to w rozmowie bezpośredniej z Mailroom, jako { $user }:
login-page-code-then = Jest to ważne dziesięć minut, a bez napisania nic nie zostanie zachowane. Proszę nikomu tego nie mówić. Potem można zamknąć tę stronę.
login-page-found = Poczta jest czytana na { $imap } i wysyłana przez { $smtp }.
login-page-over = Ten link już wykorzystano albo jest za stary
login-page-over-help = Proszę napisać !mail login w rozmowie bezpośredniej z Mailroom, aby dostać nowy.
login-page-coded = Cyfry już pokazano
login-page-coded-help = Proszę je napisać w rozmowie bezpośredniej z Mailroom. Jeśli przepadły, proszę napisać tam !mail login, aby dostać nowy link.
login-page-elsewhere = Ten link jest otwarty w innej przeglądarce
login-page-elsewhere-help = Jest ważny w przeglądarce, w której otwarto go najpierw. Jeśli to nie była Państwa przeglądarka, link ma ktoś inny: proszę napisać !mail login w rozmowie bezpośredniej z Mailroom, a ten straci ważność.
`,
  pt: `
mail-image = [imagem: { $alt }]
mail-image-without-alt = [imagem]
mail-rest = Resto do e-mail
mail-plain-rendering = Texto simples do e-mail
mail-html-rendering = Texto formatado do e-mail
mail-spoiler = [oculto: { $text }]
mail-cut-here = [Cortado aqui: são mostrados { $shownKb } de { $totalKb } KB. A mensagem completa está em anexo.]
mail-signed-pgp = Esta mensagem está assinada com OpenPGP; a assinatura não foi verificada.
mail-signed-smime = Esta mensagem está assinada com S/MIME; a assinatura não foi verificada.
mail-encrypted-pgp = Esta mensagem está cifrada com OpenPGP. Está em anexo tal como chegou; um programa de correio com a chave pode lê-la.
mail-encrypted-smime = Esta mensagem está cifrada com S/MIME. Está em anexo tal como chegou; um programa de correio com a chave pode lê-la.
mail-opaque-smime = Esta mensagem está assinada com S/MIME numa forma que guarda o texto dentro da assinatura; está em anexo tal como chegou.
mail-password-protected = { $name } está protegido: pode ser preciso uma palavra-passe para o abrir.
mail-further-files = Outros ficheiros
mail-files-bundled = Dos { $all } ficheiros deste e-mail, { $count } estão neste arquivo.
nested-mail = E-mail em anexo
nested-from = De
nested-date = Data
nested-subject = Assunto
nested-more-in-file = … o resto está em { $name }
unread-file = Não foi possível ler o ficheiro «{ $name }» do seu e-mail. Em vez dele está aqui o e-mail completo, como ficheiro.
unread-file-missing = Não foi possível ler o ficheiro «{ $name }» do seu e-mail, por isso falta aqui. Procure-o na caixa de correio, com um programa de correio.
unread-mail = Chegou um e-mail de { $sender } («{ $subject }») que não foi possível ler: { $reason }. O original está em anexo.
unread-mail-without-subject = Chegou um e-mail de { $sender } que não foi possível ler: { $reason }. O original está em anexo.
unread-mail-without-sender = Chegou um e-mail («{ $subject }») que não foi possível ler: { $reason }. O original está em anexo.
unread-mail-without-sender-and-subject = Chegou um e-mail que não foi possível ler: { $reason }. O original está em anexo.
unread-oversize-mail = Chegou um e-mail de { $size }, escrito por { $sender } («{ $subject }»). Não é mostrado aqui porque ultrapassa { $limit }. Leia-o na caixa de correio, com um programa de correio.
unread-oversize-mail-without-subject = Chegou um e-mail de { $size }, escrito por { $sender }. Não é mostrado aqui porque ultrapassa { $limit }. Leia-o na caixa de correio, com um programa de correio.
unread-oversize-mail-without-sender = Chegou um e-mail de { $size } («{ $subject }»). Não é mostrado aqui porque ultrapassa { $limit }. Leia-o na caixa de correio, com um programa de correio.
unread-oversize-mail-without-sender-and-subject = Chegou um e-mail de { $size }. Não é mostrado aqui porque ultrapassa { $limit }. Leia-o na caixa de correio, com um programa de correio.
unread-reason-too-large = é demasiado grande
unread-reason-empty = está vazio
unread-reason-time = a leitura demorava demasiado
unread-reason-memory = a leitura precisava de demasiada memória
unread-reason-crash = o programa que lê e-mails falhou com ele
unread-reason-oversize = é demasiado grande
unread-reason-failed = algo correu mal aqui
calendar-title-invitation = Convite
calendar-title-changed = Convite alterado
calendar-title-cancelled = Cancelado
calendar-title-reply = Resposta a um convite
calendar-title-counter = É proposta outra hora
calendar-title-published = Compromisso
calendar-title-task = Tarefa
calendar-label = { $name }:
calendar-when = Quando
calendar-where = Onde
calendar-join = Participar
calendar-organizer = Organizado por
calendar-attendees = Participantes
calendar-repeats = Repetição
calendar-comment = Comentário
calendar-untitled = (sem título)
calendar-all-day = todo o dia
calendar-before = antes: { $value }
calendar-occurrence = apenas o de { $date }
calendar-added = novos: { $names }
calendar-removed = já não: { $names }
calendar-accepted = aceite
calendar-declined = recusado
calendar-tentative = provisório
calendar-delegated = delegado
calendar-no-answer = ainda sem resposta
calendar-optional = opcional
calendar-and-more = e mais { $count }
calendar-date = { $weekday }, { $day } de { $month } de { $year }
calendar-weekday-sunday = domingo
calendar-weekday-monday = segunda-feira
calendar-weekday-tuesday = terça-feira
calendar-weekday-wednesday = quarta-feira
calendar-weekday-thursday = quinta-feira
calendar-weekday-friday = sexta-feira
calendar-weekday-saturday = sábado
calendar-weekday-short-sunday = dom
calendar-weekday-short-monday = seg
calendar-weekday-short-tuesday = ter
calendar-weekday-short-wednesday = qua
calendar-weekday-short-thursday = qui
calendar-weekday-short-friday = sex
calendar-weekday-short-saturday = sáb
calendar-month-january = janeiro
calendar-month-february = fevereiro
calendar-month-march = março
calendar-month-april = abril
calendar-month-may = maio
calendar-month-june = junho
calendar-month-july = julho
calendar-month-august = agosto
calendar-month-september = setembro
calendar-month-october = outubro
calendar-month-november = novembro
calendar-month-december = dezembro
calendar-local-time = hora local
calendar-every-second =
    { $interval ->
        [1] a cada segundo
       *[other] a cada { $interval } segundos
    }
calendar-every-minute =
    { $interval ->
        [1] a cada minuto
       *[other] a cada { $interval } minutos
    }
calendar-every-hour =
    { $interval ->
        [1] a cada hora
       *[other] a cada { $interval } horas
    }
calendar-every-day =
    { $interval ->
        [1] todos os dias
       *[other] a cada { $interval } dias
    }
calendar-every-week =
    { $interval ->
        [1] todas as semanas
       *[other] a cada { $interval } semanas
    }
calendar-every-month =
    { $interval ->
        [1] todos os meses
       *[other] a cada { $interval } meses
    }
calendar-every-year =
    { $interval ->
        [1] todos os anos
       *[other] a cada { $interval } anos
    }
calendar-on-weekdays = nos dias: { $days }
calendar-weekday-nth = { $weekday } ({ $nth }.ª vez no mês)
calendar-weekday-nth-last =
    { $nth ->
        [1] { $weekday } (última vez no mês)
       *[other] { $weekday } ({ $nth }.ª vez a contar do fim do mês)
    }
calendar-and = { $items } e { $last }
calendar-on-month-days = { $days } do mês
calendar-month-day = no dia { $day }
calendar-month-day-last =
    { $nth ->
        [1] no último dia
       *[other] no { $nth }.º dia a contar do fim
    }
calendar-in-months = em { $months }
calendar-times =
    { $count ->
        [1] uma vez
       *[other] { $count } vezes
    }
calendar-until = até { $date }
calendar-own-time = ou seja, { $time }
calendar-except = exceto { $dates }
calendar-contact = Contacto
calendar-contacts =
    { $count ->
        [1] { $count } contacto
       *[other] { $count } contactos
    }
calendar-outdated = Já chegou uma versão mais recente deste convite.
report-action-failed = Não entregue a { $who }.
report-action-failed-without-who = Um e-mail não foi entregue.
report-action-delayed = Ainda não entregue a { $who }.
report-action-delayed-without-who = Um e-mail ainda não foi entregue.
report-action-delivered = Entregue a { $who }.
report-action-delivered-without-who = Um e-mail foi entregue.
report-action-relayed = O e-mail para { $who } foi passado a um servidor que não diz se o entrega.
report-action-relayed-without-who = Um e-mail foi passado a um servidor que não diz se o entrega.
report-action-expanded = O e-mail para { $who } foi entregue e distribuído a várias pessoas.
report-action-expanded-without-who = Um e-mail foi entregue e distribuído a várias pessoas.
report-reason-unknown-user = Esse endereço não existe.
report-reason-unknown-host = Esse domínio (a parte depois do @) não existe.
report-reason-moved = O destinatário tem agora outro endereço.
report-reason-no-mail-host = Esse domínio não recebe correio.
report-reason-mailbox-full = A caixa de correio do destinatário está cheia.
report-reason-disabled = A caixa de correio do destinatário está desativada.
report-reason-too-large = O e-mail é demasiado grande para o servidor do destinatário.
report-reason-spam = O servidor do destinatário tomou o e-mail por spam.
report-reason-authentication = O servidor do destinatário não acredita que o e-mail venha de nós. Quem gere o nosso correio pode verificar SPF, DKIM e DMARC.
report-reason-policy = As regras do servidor do destinatário não o permitem.
report-reason-loop = O e-mail andava às voltas.
report-reason-network = Não foi possível contactar o servidor do destinatário.
report-reason-expired = Não foi possível entregá-lo a tempo.
report-reason-rate = O servidor do destinatário só aceita uma quantidade limitada de correio.
report-reason-refused = O servidor do destinatário recusou-o.
report-reason-other = { "" }
report-server-says = O servidor diz: { $words }
report-about = O e-mail era «{ $subject }».
report-goes-on-trying = O servidor continua a tentar por si.
report-disposition-displayed = { $who } abriu «{ $subject }».
report-disposition-displayed-without-subject = { $who } abriu o e-mail.
report-disposition-deleted = { $who } apagou «{ $subject }», talvez sem o ler.
report-disposition-deleted-without-subject = { $who } apagou o e-mail, talvez sem o ler.
report-disposition-denied = O programa de correio de { $who } não diz se «{ $subject }» foi aberto.
report-disposition-denied-without-subject = O programa de correio de { $who } não diz se o e-mail foi aberto.
report-disposition-failed = O programa de correio de { $who } não conseguiu tratar «{ $subject }».
report-disposition-failed-without-subject = O programa de correio de { $who } não conseguiu tratar o e-mail.
report-disposition-processed = «{ $subject }» para { $who } foi tratado por um programa.
report-disposition-processed-without-subject = O e-mail para { $who } foi tratado por um programa.
report-disposition-dispatched = «{ $subject }» para { $who } foi reencaminhado.
report-disposition-dispatched-without-subject = O e-mail para { $who } foi reencaminhado.
report-automatic = O programa de correio fê-lo por si.
report-feedback-abuse = { $who } marcou um e-mail daqui como spam.
report-feedback-fraud = { $who } marcou um e-mail daqui como fraude.
report-feedback-virus = Foi encontrado um vírus num e-mail daqui para { $who }.
report-feedback-not-spam = { $who } comunicou ao seu fornecedor que um e-mail daqui não é spam.
report-feedback-auth-failure = Um e-mail para { $who } que indica este domínio como remetente não passou lá na verificação do remetente.
report-feedback-other = { $who } queixou-se de um e-mail daqui.
report-as-it-came = O relatório tal como chegou
room-nobody-to-mail = Não enviado: não há ninguém de fora a quem o enviar. Acrescente alguém com !mail to name@example.org e escreva-o de novo.
room-only-banned-to-mail = Não enviado: todos os que o receberiam estão banidos desta sala ({ $people }). Para lhes escrever mesmo assim, anule o banimento ou escreva !mail to +{ $address } e diga-o de novo.
room-taken-back = Retirado: não é enviado.
room-edited-to-command = Retirado: não é enviado. O comando também não foi executado, porque uma edição não executa nenhum. Para o executar, escreva-o numa mensagem nova.
room-try-again-hint = Escreva «!mail retry» para tentar de novo.
room-no-text = (um e-mail sem texto)
room-no-sender = Um e-mail sem remetente:
room-new-subject = Assunto: { $subject }
room-from-mail-program = { $name } (de um programa de correio):
room-shortened = … cortado aqui; o e-mail completo está em «{ $name }».
room-original = original
room-whole-mail = e-mail completo
room-file-too-large = O ficheiro «{ $name }» ({ $size }) é demasiado grande para o servidor Matrix, por isso falta aqui. Está no e-mail, na caixa de correio.
room-file-left-out = O ficheiro «{ $name }» ({ $size }) foi deixado de fora ao trazer este e-mail.
room-import-space = Arquivo: { $name }
room-said-for-banned = { $name } está banido desta sala, por isso mostro o que escreveu:
room-said-for-kept-out = { $name } não pode escrever nesta sala, por isso mostro o que escreveu:
room-said-for-refused = O servidor Matrix não aceitou esta parte de um e-mail de { $name }, por isso mostro-a:
room-said-for-mail-program = { $name } (de um programa de correio):
puppet-edit-stays = Isto veio de um programa de correio e saiu tal como estava. A alteração só se vê nesta sala e não é enviada por e-mail; o que deve chegar aos outros, escreva-o como nova mensagem.
puppet-refused = O servidor Matrix já não aceita o seu token que tenho, por isso já não falo como você com ele: o que escrever num programa de correio, digo-o por si, com o seu nome. Quem gere o Mailroom pode pôr um novo na configuração (puppets.tokens).
room-without-words-mail = ⚠ Este e-mail falta aqui, no todo ou em parte: as regras do servidor Matrix recusam as suas palavras. Nada se perdeu: o e-mail está na caixa de correio, e «!mail source» em resposta a isto entrega-o.
room-without-words-notice = ⚠ As regras do servidor Matrix recusam o que eu queria dizer aqui.
room-without-words-line = ⚠ Uma conversa cujas primeiras palavras as regras do servidor Matrix recusam:
room-login-refused = ⚠ O servidor de correio recusa o início de sessão nesta caixa de correio ({ $protocol }), por isso não chega aqui correio novo. Nada se perde: espera na caixa de correio. A administração tem de corrigir a palavra-passe (ou oauth2) na configuração. O Mailroom volta a tentar por si, cada vez mais raramente, durante cerca de um dia; «!mail accounts retry» tenta agora.
room-login-ends = ⚠ O fornecedor deixa o Mailroom entrar nesta caixa de correio até { $time }. Antes disso alguém tem de iniciar sessão de novo: quem gere o Mailroom, com «mailroom login { $account }».
room-no-secret = ⚠ A palavra-passe desta caixa falta ou não se abre aqui, por isso não chega correio novo. Nada se perde: espera na caixa. «mailroom secret sealed» na máquina diz o que está mal; «mailroom ctl account change { $account } --password-file FICHEIRO» dá a palavra-passe de novo.
room-not-invited-blocked = ⚠ { $user } não aceita convites, por isso não posso enviá-los. Todas as outras pessoas são convidadas como antes. Quem está no espaço pode entrar por si nas suas salas; para receber convites de novo é preciso permitir os de { $bot }.
room-not-invited-refused = ⚠ O servidor Matrix não me deixa convidar { $user } ({ $code }). Todas as outras pessoas são convidadas como antes. Quem gere o servidor pode dizer porquê.
room-not-readable-subject = E-mail que não foi possível ler
room-moved-on = Esta sala foi substituída por outra. Continue lá, por favor.
room-moved-on-not-mailed = Não enviado: esta sala foi substituída por outra. Escreva-o lá, por favor.
room-followed = A conversa continua aqui: o que se escreve nesta sala sai como e-mail.
inbox-name = { $account } – Caixa de entrada
inbox-lobby-name = { $account } – Moderação
inbox-no-subject = (sem assunto)
inbox-only-files =
    { $count ->
        [1] um ficheiro
       *[other] { $count } ficheiros
    }
inbox-begun-by = { $name } (nós)
inbox-again = { $name } (de novo)
thread-reason-report = é um relatório sobre um e-mail nosso desta conversa
thread-reason-moved = responde a um e-mail que alguém moveu para aqui
thread-reason-own-id = responde a um e-mail enviado desta conversa
thread-reason-beside = responde a partir da conversa ao lado desta, e o seu remetente participa só aqui
thread-reason-same-id = tem o mesmo número (Message-ID) que um e-mail desta conversa, com outras palavras
thread-reason-token = foi enviado para o endereço que os nossos e-mails desta conversa indicam para as respostas
thread-reason-in-reply-to = responde a um e-mail desta conversa, e o seu remetente participa
thread-reason-references = remete para um e-mail desta conversa, e o seu remetente participa
thread-reason-alias = responde a um e-mail nosso, com o número que o servidor de correio lhe deu
thread-reason-referenced-by = um e-mail desta conversa, que chegou antes, responde a este
thread-reason-sibling = responde ao mesmo e-mail que outro daqui; esse e-mail não o temos
thread-reason-thread-index = o Outlook põe-no na mesma conversa que um e-mail desta sala, e o seu remetente participa
thread-reason-list-room = veio pela lista a que esta sala se destina
thread-reason-digest = foi enviado a muitos e não pede resposta: esses e-mails partilham uma sala
thread-reason-no-references = não responde a nada, por isso iniciou esta conversa
thread-reason-unknown-references = só responde a e-mails que esta conta não tem, por isso iniciou esta conversa
thread-reason-changed-subject = responde a outra conversa, mas com um assunto novo e sem a citar, por isso iniciou uma própria
thread-reason-not-a-participant = refere um e-mail de outra conversa em que o seu remetente não participa, por isso iniciou uma própria
thread-reason-own = foi escrito nesta sala
thread-reason-answer = foi escrito nesta sala, como resposta
thread-why-other = não foi possível lê-lo por inteiro ({ $reason }), por isso só o cabeçalho decidiu
thread-why-placed = { $user } moveu-o para aqui
thread-why-belongs-same-organisation = refere um e-mail desta conversa; o seu remetente ainda não participava, mas é da mesma organização que alguém que participa
thread-why-belongs-names-participants = refere um e-mail desta conversa; o seu remetente ainda não participava, mas escreve a alguém que participa
thread-why-belongs-other = refere um e-mail desta conversa; o seu remetente ainda não participava, mas está verificado ou já tinha escrito aqui
thread-changed-subject-here = Responde a outra conversa, mas com um assunto novo, por isso tem uma sala própria. A outra:
thread-changed-subject-there = Uma resposta a esta conversa tem um assunto novo, por isso iniciou uma conversa própria:
thread-stranger-here = Remete para outra conversa, em que o remetente não participa, por isso tem uma sala própria. A outra:
thread-stranger-there = Alguém que não participa nesta conversa remete para ela num e-mail. Esse e-mail não é mostrado aqui, mas numa sala própria:
thread-no-subject = (sem assunto)
thread-verified-now = O mesmo e-mail chegou outra vez, e desta vez o seu remetente está verificado.
thread-came-directly = O mesmo e-mail chegou outra vez, diretamente de { $address }, e esse remetente está verificado.
thread-reply-to = Escreva isto como resposta à mensagem de que se trata.
thread-no-mail = Essa mensagem não é um e-mail desta conversa.
thread-which-room = Escreva depois do comando qual a sala: uma ligação, o seu endereço ou o seu identificador.
thread-no-room = Essa não é a sala de uma conversa desta conta.
thread-same-room = Já é esta sala: nada foi movido.
thread-nothing-here = Não há nenhum e-mail nesta conversa.
thread-too-many = Nada foi movido: seriam { $count } e-mails, e só se movem no máximo { $most } de uma vez.
thread-first-stays = A conversa começa com essa mensagem: não há nada a separar.
thread-moved-to =
    { $count ->
        [1] Um e-mail está agora em:
       *[other] { $count } e-mails estão agora em:
    }
thread-moved-away = Movido para:
thread-moved-here =
    { $count ->
        [1] { $user } moveu um e-mail para aqui. O original:
       *[other] { $user } moveu { $count } e-mails para aqui. Os originais:
    }
thread-original = mensagem { $place }
thread-goes-on-there = Não enviado: esta conversa continua noutra sala. Escreva-o lá, por favor:
thread-answer-there = Não enviado: a mensagem a que responde foi movida para outra sala. Responda lá, por favor:
sender-not-verified = não verificado
sender-group-only = só um grupo o diz
sender-failed = verificação falhada
sender-not-their-name = nome suspeito
sender-claims = ⚠ Um e-mail que diz vir de { $claim }, mas não passou na verificação do remetente:
sender-suspected = ⚠ Um e-mail suspeito espera uma decisão; até lá não é mostrado na sua conversa. Diz vir de { $claim }.
sender-suspected-reason-internal-claimed = É um dos vossos próprios endereços, e nada prova que o e-mail venha daí.
sender-suspected-reason-dmarc-policy = Não passou na verificação do remetente, e o dono desse domínio pede que esses e-mails não sejam aceites.
sender-suspected-subject = Assunto: { $subject }
sender-suspected-how = Reaja com ✅ para o mostrar na sua conversa (com uma marca) ou com ❌ para o deixar de fora; ou responda !mail accept ou !mail refuse.
sender-accepted = Aceite: é mostrado na sua conversa, com uma marca.
sender-refused = Recusado: não é mostrado. Fica na caixa de correio.
sender-suspected-reply-to = Escreva isto como resposta à mensagem sobre o e-mail suspeito.
sender-not-suspected = Por trás dessa mensagem não espera (ou já não espera) nenhum e-mail suspeito.
sender-why-reply-to = Escreva isto como resposta à mensagem sobre a qual pergunta.
sender-why-unknown = A essa mensagem não corresponde nenhum e-mail.
sender-why-thread = Nesta conversa porque: { $reason }
sender-why-sender = Remetente: { $verdict }. O que decidiu: { $reason }.
sender-verdict-pass = verificado
sender-verdict-fail = verificação falhada
sender-verdict-unchecked = não verificado
sender-reason-submission = o início de sessão no nosso próprio servidor de correio para o enviar
sender-reason-auth = o nosso servidor de correio diz que o remetente tinha iniciado sessão
sender-reason-dmarc = as regras do domínio do remetente (DMARC)
sender-reason-dkim = a assinatura do domínio (DKIM)
sender-reason-spf = o servidor de onde veio (SPF)
sender-reason-arc = a palavra de um servidor de confiança que o passou (ARC)
sender-reason-no-from = o e-mail não indica nenhum remetente
sender-reason-several-from = o e-mail indica vários remetentes
sender-reason-group = só o grupo por onde passou diz quem o escreveu
sender-reason-other-login = outra pessoa tinha iniciado sessão para o enviar
sender-reason-nothing-proven = nada prova quem o enviou
sender-reason-no-results = ninguém o verificou
sender-reason-not-readable = não foi possível ler o e-mail
sender-why-ours = Remetente: um dos nossos, não é precisa verificação.
sender-why-marked = Marcado, porque: { $marks }.
sender-mark-failed = não passou na verificação
sender-mark-other-login = outra pessoa tinha iniciado sessão para o enviar
sender-mark-no-from = não indica nenhum remetente
sender-mark-several-from = indica vários remetentes
sender-mark-group = o seu remetente é um grupo, não uma pessoa
sender-mark-unchecked = o seu remetente não está verificado
sender-mark-group-only = só um grupo diz quem o escreveu
sender-mark-newcomer = o seu remetente é novo nesta conversa
sender-mark-imitates = o nome é o de uma das vossas pessoas ou contas
sender-mark-address-in-name = o nome é outro endereço
sender-mark-turned-name = o nome tem caracteres que invertem o sentido da escrita
sender-mark-mixed-scripts = o nome mistura letras de vários alfabetos
sender-why-by = · { $said } (diz { $by })
admission-mark = novo aqui
admission-joined = ⚠ { $person } é novo aqui: respondeu a um e-mail dirigido a outra pessoa.
admission-joined-how = Reaja com ✅ para que participe, ou com ❌ para não mostrar mais e-mails seus nesta sala; ou responda !mail allow ou !mail block. Até lá, não lhe é enviada nenhuma resposta, a não ser que responda à mensagem dessa pessoa.
admission-colleague-joined = { $person } escreve aqui pela primeira vez. Está verificado e é da mesma organização ({ $domain }) que alguém que participa.
admission-colleague-joined-how = Não lhe é enviada nenhuma resposta até alguém que participa lhe escrever, ou até lhe escrever ou reagir com ✅ aqui. Uma resposta à mensagem dessa pessoa é-lhe enviada; com ❌ não são mostrados mais e-mails seus nesta sala.
admission-welcomed = { $address } participa a partir de agora.
admission-refused = Os e-mails de { $address } já não são mostrados nesta sala.
admission-whom = Diga quem: !mail block bob@example.org, ou um domínio, ou responda a uma mensagem dessa pessoa.
admission-no-pattern = «{ $text }» não é um endereço nem um domínio (* representa qualquer coisa).
admission-blocked = Bloqueado em toda a conta: { $pattern }. Esses e-mails não são mostrados; ficam na caixa de correio.
admission-blocked-here = Bloqueado nesta sala: { $pattern }. Esses e-mails não são mostrados; ficam na caixa de correio.
admission-allowed = Admitido em toda a conta: { $pattern }. Essas pessoas participam sem que se pergunte, se estiverem verificadas.
admission-allowed-here = Admitido nesta sala: { $pattern }. Essas pessoas participam sem que se pergunte, se estiverem verificadas.
admission-dropped = Já não há nenhuma regra sobre { $pattern }.
admission-not-there = Não há aqui nenhuma regra sobre { $pattern }.
admission-no-rules = Não há regras sobre quem pode participar.
admission-rules = Regras sobre quem pode participar:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = nesta sala
admission-of-config = da configuração
admission-more = … e mais { $count }
admission-not-shown = E-mails que não foram mostrados nos últimos { $days } dias: { $count }
admission-not-shown-why-blocked = bloqueados por { $detail }
admission-not-shown-why-refused = de pessoas recusadas numa sala
admission-not-shown-why-newcomer = de alguém novo numa conversa
admission-not-shown-why-lists-ignored = de listas de correio
admission-not-shown-why-bulk-ignored = boletins e outros envios a muitos
admission-open = Esta sala está aberta: participa quem responder a um dos seus e-mails e estiver verificado.
admission-asked = Esta sala não está aberta: se o correio de alguém novo é mostrado ou recusado está definido para toda a conta.
admission-only-in-thread = Isso só se pode usar na sala de uma conversa.
admission-refusal-subject = Não entregue: { $subject }
admission-refusal-subject-without-subject = A sua mensagem não foi entregue
admission-refusal-undelivered = A sua mensagem para { $account } não foi entregue às pessoas por trás deste endereço: não participa nessa conversa, ou elas não aceitam correio seu.
admission-refusal-other-way = Se acha que a deviam ler, escreva-lhes por outro meio.
admission-refusal-program = Este aviso foi escrito por um programa. Por favor, não lhe responda.
admission-automatic = E-mail automático de { $person }:
admission-digest = Boletins
admission-reply-to-answer = Não enviado: a esta sala chega correio de muitos remetentes e não é claro quem o deve receber. Escreva-o como resposta à mensagem a que quer responder.
overflow-room = E-mails em espera
overflow-mail = Um e-mail de { $from } espera aqui e ainda não é mostrado: numa hora chegou demasiado correio novo de fora.
overflow-how = Reaja com ✅ para o deixar entrar ou com ❌ para o deixar de fora (fica na caixa de correio). !mail overflow let-in deixa-os entrar todos.
overflow-how-all = !mail overflow let-in deixa-os entrar todos, !mail overflow discard deixa-os todos de fora. Escrito como resposta a um deles, vale só para esse.
overflow-waiting =
    { $count ->
        [1] Um e-mail espera para entrar.
       *[other] { $count } e-mails esperam para entrar.
    }
overflow-none = Nenhum e-mail espera para entrar.
overflow-not-there = Por trás dessa mensagem não espera (ou já não espera) nenhum e-mail.
overflow-let-in =
    { $count ->
        [1] Entrou.
       *[other] Entraram { $count } e-mails.
    }
overflow-discarded =
    { $count ->
        [1] Não é mostrado; fica na caixa de correio.
       *[other] { $count } e-mails não são mostrados; ficam na caixa de correio.
    }
old-mail-waits =
    { $count ->
        [1] Um e-mail da caixa de correio é mais antigo do que esta conta e espera.
       *[other] { $count } e-mails da caixa de correio são mais antigos do que esta conta e esperam. Provavelmente alguém os copiou ou moveu para lá.
    }
old-mail-between = A caixa de correio recebeu-os entre { $from } e { $to }.
old-mail-of = A caixa de correio recebeu-os em { $day }.
old-mail-how = Reaja com ✅ para os mostrar em silêncio: cada conversa tem a sua sala, e ninguém é convidado nem avisado. ❌ deixa-os na caixa de correio, sem os mostrar.
old-mail-how-else = !mail old as-new trata-os como correio que acabou de chegar, com convites e linhas na caixa de entrada.
old-mail-answers = Esperam até alguém decidir. Quem responder a um deles traz consigo a sua conversa.
old-mail-over = Já não espera aqui correio antigo.
old-mail-none = Não espera correio antigo.
old-mail-quietly =
    { $count ->
        [1] O e-mail é mostrado em silêncio.
       *[other] { $count } e-mails são mostrados em silêncio, primeiro os mais antigos. As suas salas estão no espaço.
    }
old-mail-as-new =
    { $count ->
        [1] O e-mail entra como novo.
       *[other] { $count } e-mails entram como novos.
    }
old-mail-left =
    { $count ->
        [1] O e-mail não é mostrado; fica na caixa de correio.
       *[other] { $count } e-mails não são mostrados; ficam na caixa de correio.
    }
old-mail-left-before =
    { $count ->
        [1] Antes, um e-mail antigo foi deixado na caixa de correio.
       *[other] Antes, { $count } e-mails antigos foram deixados na caixa de correio.
    }
old-mail-decided =
    { $count ->
        [1] Foi decidido sobre um e-mail.
       *[other] Foi decidido sobre { $count } e-mails.
    }
recipients-why-sender-only = só para { $address }, como pediu
recipients-why-chosen = como foi definido nesta sala; !mail to, !mail cc e !mail bcc alteram-no
recipients-bcc = Cópia oculta (mais ninguém a vê)
recipients-first-time = O primeiro e-mail daqui para { $people }. Sai dentro de { $seconds } segundos; até lá, ❌ na sua mensagem trava-o.
recipients-kept-inside = Não enviado: o que se escreve no tópico de uma nota fica nesta sala. Para o enviar, escreva-o fora desse tópico.
recipients-notice-answered = Não enviado: uma resposta a uma mensagem minha fica nesta sala. Para o enviar, escreva-o como mensagem à parte ou como resposta a um e-mail.
recipients-like-command = Não enviado, porque começa como um comando meu.
recipients-mail-it-all = Para o enviar tal como está, escreva !reply antes.
recipients-none = ninguém
recipients-not-verified = Cuidado: não está verificado quem enviou o e-mail a que responde.
recipients-left-out = Ficam de fora, porque o correio enviado para lá voltou: { $people }. !mail unpause ENDEREÇO volta a enviar para lá.
recipients-nobody-left = De momento, ninguém receberia uma resposta.
recipients-will-quote = O próximo e-mail cita a conversa até aqui, para que { $people } a possa seguir.
recipients-ghost-added = { $person } recebe uma cópia de cada e-mail a partir da sua próxima mensagem; o primeiro cita a conversa até aqui. Para terminar isso, retire essa pessoa da sala.
recipients-ghost-added-known = { $person } recebe uma cópia de cada e-mail a partir da sua próxima mensagem. Para terminar isso, retire essa pessoa da sala.
recipients-ghost-dropped = { $address } já não recebe os e-mails desta conversa até voltar a escrever. Para acrescentar antes essa pessoa, convide-a ou escreva !mail cc +{ $address }
recipients-ghost-banned = { $address } está banido desta sala. Já não recebe os e-mails desta conversa, nem mesmo se voltar a escrever; nada do que escrever se perde: mostro-o aqui no seu lugar.
recipients-ghost-banned-how = Para voltar a enviar-lhe e-mails, anule o banimento ou escreva !mail to +{ $address }. Para não ver mais correio dele, escreva !mail block { $address }
recipients-ghost-unbanned = { $address } já não está banido desta sala e recebe de novo os e-mails desta conversa.
recipients-ghost-not-added = { $address } não foi acrescentado: é um endereço desta conta, ou não é de ninguém.
recipients-unreadable = «{ $what }» não é um endereço de e-mail. Usa-se assim: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } ficou de fora: é um endereço desta conta.
recipients-from = Os e-mails desta conversa saem de { $address }.
recipients-not-own = { $address } não é um endereço desta conta. Ela tem: { $own }
recipients-subject = O assunto é: { $subject }
recipients-subject-set = A partir do próximo e-mail, o assunto é: { $subject }. Alguns programas de correio mostram isso como outra conversa.
recipients-sender-only = A partir da próxima mensagem, só o remetente do e-mail a que responde recebe a resposta. !mail reply-to-sender off termina isso.
recipients-to-all-again = A partir da próxima mensagem, as respostas vão de novo para todos.
recipients-quoted-thread = A conversa até aqui:
compose-ask-account = De que conta deve ser enviado? Escreva uma de: { $accounts }.
compose-ask-to = Para quem? Escreva um ou mais endereços de e-mail.
compose-ask-subject = Qual é o assunto? Escreva - para nenhum.
compose-cancel-hint = { $command } cancela.
compose-not-understood = Não percebi.
compose-cancelled = Está bem: não foi iniciada nenhuma conversa.
compose-nothing-to-cancel = Não há aqui nada a cancelar.
compose-begun = Uma conversa com { $people } começa na sua própria sala:
compose-room = sala
compose-welcome = Uma conversa nova: o que escrever aqui sai como e-mail de { $from } para { $people }.
compose-subject = Assunto: { $subject }
compose-subject-from-words = As primeiras palavras da sua primeira mensagem serão o assunto, a não ser que defina um antes: !mail subject …
compose-first-is-mail = A sua primeira mensagem é o primeiro e-mail. !mail to, !mail cc e !mail bcc alteram quem o recebe.
compose-wrote = { $name } escreveu:
compose-ask-account-here = Ainda não é enviado nada: de que conta deve ser enviado? Escreva uma de: { $accounts }
compose-may-not = Não pode iniciar aqui conversas por e-mail. Peça a alguém da equipa de uma conta de correio ou à administração deste servidor.
compose-encrypted = Nada foi enviado: esta sala está cifrada e não a consigo ler. Crie uma sem cifra, por favor.
forward-to-whom = A quem? Escreva um endereço a seguir: !mail forward bob@example.org Sabe dizer o que é isto?
forward-own-address = { $address } é um endereço desta conta: nada foi reencaminhado.
forward-takes-part = { $address } participa nesta conversa: escreva aqui o que deve ser lido lá. Nada foi reencaminhado.
forward-unreadable = Esse e-mail não pode ser lido aqui, pelo que não pode ser reencaminhado.
forward-begun = { $name } reencaminha este e-mail para { $people }. As respostas chegam a uma sala própria, e ninguém desta conversa as recebe. ❌ nesta mensagem trava o e-mail enquanto não tiver saído:
forward-aside = Perguntado à parte de outra conversa, cujos participantes nada recebem daqui:
forward-wrote = { $name } reencaminha um e-mail:
forward-not-verified = Cuidado: não está verificado quem enviou o e-mail que é reencaminhado aqui.
forward-shown-shortened = [Encurtado aqui; o e-mail sai inteiro.]
forward-files = Ficheiros: { $names }
forward-stopped = Retirado: o e-mail não é reencaminhado.
forward-too-late = Tarde demais: o e-mail já foi reencaminhado.
forward-apart-first = Neste e-mail estão também { $people }. Pertencem à conversa ao lado da qual esta começou; aqui ficam de fora e não recebem resposta:
forward-apart-asked = Neste e-mail estão também { $people }. Só foram consultados à parte e não recebem resposta daqui, a menos que !mail cc os nomeie:
forward-not-here = Não é possível acrescentar { $people }: pertence à conversa ao lado da qual esta começou e não deve ver o que se escreve aqui. Escreva-lhe lá.
forward-stays-apart = Uma destas conversas começou à parte da outra: ficam separadas, para que ninguém de uma leia a outra. Nada foi movido.
forward-answered = { $name } respondeu à parte. Para responder, vá à sala dessa conversa:
outgoing-some-message = (uma mensagem na conversa)
outgoing-some-room = (uma sala de conversa)
outgoing-spoiler-label = [oculto: { $reason }]
outgoing-spoiler-label-without-reason = [oculto, selecione para ler]
outgoing-wrote = { $name } escreveu:
outgoing-wrote-at = Em { $day }/{ $month }/{ $year } às { $time }, { $name } escreveu:
outgoing-attached = Em anexo: { $name } ({ $size })
outgoing-attached-without-size = Em anexo: { $name }
outgoing-voice-message-file = Mensagem de voz
outgoing-voice-message = Mensagem de voz ({ $duration }), em anexo
outgoing-voice-message-without-duration = Mensagem de voz, em anexo
outgoing-audio = Áudio: { $name } ({ $duration }), em anexo
outgoing-audio-without-duration = Áudio: { $name }, em anexo
outgoing-video = Vídeo: { $name } ({ $duration }), em anexo
outgoing-video-without-duration = Vídeo: { $name }, em anexo
outgoing-sticker = [autocolante: { $name }]
outgoing-location = Localização: { $description }
outgoing-location-without-description = Localização:
outgoing-poll = Sondagem: { $question }
outgoing-poll-hint =
    { $choices ->
        [1] Responda com o número da sua escolha.
       *[other] Responda com os números das suas escolhas, no máximo { $choices }.
    }
outgoing-forwarded-by = Mensagem reencaminhada por { $name }
outgoing-forwarded-from = De: { $people }
outgoing-forwarded-date = Data: { $day }/{ $month }/{ $year } { $time }
outgoing-forwarded-subject = Assunto: { $subject }
outgoing-forwarded-to = Para: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = Não está verificado quem enviou esta mensagem.
outgoing-forwarded-encrypted = Esta mensagem está cifrada. Está em anexo tal como chegou; um programa de correio com a chave pode lê-la.
outgoing-forwarded-too-long = Esta mensagem é demasiado longa para estar aqui inteira; está em anexo tal como chegou.
guests-mail-left =
  { $count ->
    [one] Mais { $count } mensagem não está neste e-mail. Está na sala:
   *[other] Mais { $count } mensagens não estão neste e-mail. Estão na sala:
  }
guests-mail-in-room = Na sala
guests-mail-thread = No tópico “{ $words }”
guests-mail-file-there = na sala
guests-mail-why = Participa em “{ $room }” por e-mail: o que responder é dito lá.
guests-mail-choices = Com que frequência quer e-mail? Responda com uma destas opções sozinha na primeira linha: { $now }, { $hourly }, { $daily } ou { $pause }. Para não receber mais nada, responda com STOP.
guests-word-now = agora
guests-word-hourly = a cada hora
guests-word-daily = diariamente
guests-word-pause = pausa
guests-chosen-subject = Com que frequência recebe e-mail
guests-chosen-now = A partir de agora recebe o que se diz depois de uma pausa da conversa, e logo o que o menciona.
guests-chosen-hourly = A partir de agora recebe no máximo um e-mail por hora, e logo o que o menciona.
guests-chosen-daily = A partir de agora recebe um e-mail por dia, e logo o que o menciona.
guests-chosen-pause = Por agora não recebe nada, de nenhuma sala. Quando quiser e-mail de novo, responda com: { $now }
delivery-mail-of = E-mail de { $time }, por { $author }:
delivery-standing-waiting = espera para ser enviado
delivery-standing-held = ainda pode ser alterado
delivery-standing-deferred = o servidor de correio ainda não o aceita; volta-se a tentar automaticamente
delivery-standing-accepted = entregue ao servidor de correio
delivery-standing-refused = recusado
delivery-standing-paused = não enviado, o endereço está em pausa
delivery-standing-delayed = atrasado, o servidor do destinatário continua a tentar
delivery-standing-bounced = não entregue
delivery-standing-delivered = entregue ao destinatário
delivery-standing-relayed = passado a um servidor que não diz se o entrega
delivery-standing-expanded = entregue e distribuído a várias pessoas
delivery-standing-read = aberto
delivery-standing-unknown = talvez enviado, talvez não: a ligação caiu no fim
delivery-claimed = um relatório que qualquer um pode ter escrito diz: { $standing }
delivery-status-reply-unknown = A essa mensagem não corresponde nenhum e-mail nosso.
delivery-not-handed = Ainda não enviado a { $address }: o nosso próprio servidor de correio não o pode aceitar agora. O Mailroom volta a tentar por si. ({ $words })
delivery-passed = Uma mensagem posterior desta conversa sai agora antes desta: o servidor de correio ainda não aceitou esta. O Mailroom volta a tentar por si.
delivery-unseen = Isto ainda não foi enviado: o servidor Matrix não me deixa ler esta sala neste momento, por isso não posso ver se o alterou ou apagou. Continuo a tentar; é enviado assim que eu tiver podido ver.
delivery-unproven = Nada prova que este relatório venha de um servidor de correio: qualquer pessoa que tenha o e-mail pode tê-lo escrito. Por isso não alterou nada.
delivery-paused-now = Não se envia mais nada a { $address } até alguém escrever !mail unpause { $address }
delivery-paused-since = Não se envia nada a { $address } desde { $date }: { $why } !mail unpause { $address } tenta de novo.
delivery-paused-since-without-why = Não se envia nada a { $address } desde { $date }. !mail unpause { $address } tenta de novo.
delivery-left-out = { $address } fica de fora deste e-mail e dos próximos daqui: não se envia nada para lá desde { $date }. { $why } Se o endereço voltar a estar bom, !mail unpause { $address } envia para lá o que aqui ficou retido, e os próximos e-mails.
delivery-left-out-without-why = { $address } fica de fora deste e-mail e dos próximos daqui: não se envia nada para lá desde { $date }. Se o endereço voltar a estar bom, !mail unpause { $address } envia para lá o que aqui ficou retido, e os próximos e-mails.
delivery-others-get-it = Os outros recebem este e-mail; ✔️ nele refere-se a eles. Digo isto uma só vez nesta sala.
delivery-nobody-left = Por isso, ninguém recebe esta mensagem: não é enviada. Sai depois desse comando. Para escrever para outro endereço, defina-o com !mail to ENDEREÇO e diga-o de novo.
delivery-unpaused =
    { $mails ->
        [0] Volta a enviar-se a { $address }.
        [1] Volta a enviar-se a { $address }. Um e-mail que esperava por isso sai agora.
       *[other] Volta a enviar-se a { $address }. { $mails } e-mails que esperavam por isso saem agora.
    }
delivery-not-paused = Nada a fazer: envia-se a { $address } como sempre.
delivery-no-address = Isso não é um endereço de e-mail. Usa-se assim: !mail unpause bob@example.org
brakes-stopped = Travado: isto não foi enviado. { $why }
brakes-why-came-back = O e-mail a que responde já passou por esta caixa de correio.
brakes-why-repeated = Responde a um e-mail em menos de um minuto, e as mesmas palavras voltaram várias vezes.
brakes-why-rate = Responde em menos de um minuto a um e-mail que parece responder-nos, e várias respostas anteriores fizeram o mesmo, como quando duas máquinas respondem uma à outra.
brakes-why-first = Responde em menos de dez segundos a um e-mail que inicia uma conversa. O mesmo fizeram várias respostas anteriores ao mesmo remetente, e pouco depois de cada uma chegou um novo e-mail, como quando duas máquinas respondem uma à outra.
brakes-why-stopped = Nesta conversa já foi travada uma resposta, e são-no também as seguintes que cheguem em menos de um minuto.
brakes-why-received = O e-mail a que responde passou por demasiados servidores.
brakes-why-steady = Esta conversa teve numa hora ou num dia mais respostas do que as pessoas escrevem.
brakes-stopped-how = Foi uma pessoa que o escreveu? A reação ✅ a esta mensagem (ou !mail brake reset) envia-o, com o que espera; ❌ descarta-o.
brakes-slow-passes = As respostas que demoram mais de um minuto são enviadas como sempre.
brakes-released =
    { $count ->
        [0] Libertado; nada esperava.
        [1] Libertado: sai um e-mail.
       *[other] Libertado: saem { $count } e-mails.
    }
brakes-cancelled =
    { $count ->
        [1] Descartado: um e-mail não sai.
       *[other] Descartado: { $count } e-mails não saem.
    }
brakes-none = Não há aqui nada travado.
brakes-thread =
    { $mails ->
        [1] Travado desde { $since }: «{ $subject }», espera um e-mail
       *[other] Travado desde { $since }: «{ $subject }», esperam { $mails } e-mails
    }
brakes-reset-how = Escreva !mail brake reset na sala da conversa para os enviar.
brakes-tripped-volume = ⚠ Todo o correio de saída está parado: { $count } e-mails em dez minutos são mais do que se escreve aqui.
brakes-tripped-refusals = ⚠ Todo o correio de saída está parado: em dez minutos foram recusados { $count } e-mails, a maior parte dos enviados.
brakes-tripped-how = Nada se perde: os e-mails esperam. Descubra o que envia tanto e depois escreva !mail breaker reset (ou execute «mailroom breaker reset»); então saem.
brakes-open = Todo o correio de saída está parado desde { $since }; e-mails em espera: { $waiting }.
brakes-closed = O correio de saída não está parado: { $sent } e-mails nos últimos dez minutos.
brakes-reset = O correio de saída já não está parado (disse-o { $by }); e-mails em espera que saem agora: { $waiting }.
brakes-not-open = O correio de saída não está parado.
helpdesk-span-minute =
    { $count ->
        [1] { $count } minuto
       *[other] { $count } minutos
    }
helpdesk-span-hour =
    { $count ->
        [1] { $count } hora
       *[other] { $count } horas
    }
helpdesk-span-day =
    { $count ->
        [1] { $count } dia
       *[other] { $count } dias
    }
helpdesk-claimed = Esta conversa está agora consigo.
helpdesk-had-by = { $name } trata desta conversa. Para a dar a outra pessoa, escreva !mail assign e o nome dela.
helpdesk-had-by-invited = { $name } trata desta conversa. Tem agora um convite para a sala dela. Para a dar a outra pessoa, escreva !mail assign e o nome dela.
helpdesk-had-already = Esta conversa já está consigo.
helpdesk-unclaimed = Agora ninguém trata desta conversa. !mail claim ou a reação 👀 fica com ela.
helpdesk-gave-back = { $name } saiu da sala. Agora ninguém trata desta conversa.
helpdesk-declined = { $name } recusou o convite. Agora ninguém trata desta conversa.
entry-crowded = Num dia chegaram mais de { $count } conversas novas. A partir de agora ninguém é convidado para cada sala nova.
entry-crowded-how = A caixa de entrada tem uma linha para cada uma. 👀 numa linha, ou !mail claim com a sua ligação, fica com a conversa e convida-o para a sala dela. Quando está fechada, sai da sala; pode voltar a qualquer momento, pelo espaço ou com 👀 na linha dela.
entry-crowded-back = invite: everyone na configuração repõe os convites.
entry-done = Esta conversa está fechada. Pode voltar pelo espaço.
entry-claim-which = Que conversa? Responda à sua linha na caixa de entrada com !mail claim, ou dê a ligação para a sala: !mail claim LIGAÇÃO.
helpdesk-nobody-has-it = Nada a fazer: ninguém tratava desta conversa.
helpdesk-assigned = { $name } trata agora desta conversa.
helpdesk-assigned-to-you = { $by } deu-lhe esta conversa.
helpdesk-not-found = Ninguém da equipa se chama «{ $text }», ou chamam-se assim várias pessoas. Escreva o nome Matrix completo, por exemplo @nome:servidor.
helpdesk-claim-lapsed = { $name } não respondeu a tempo, por isso agora ninguém trata desta conversa. !mail claim ou a reação 👀 fica com ela.
helpdesk-is-answering = { $name } está a responder aqui neste momento.
helpdesk-has-it = { $name } trata desta conversa.
helpdesk-still-goes = A sua resposta sai na mesma; ❌ nela trava-a.
helpdesk-came-meanwhile = Chegou um novo e-mail de { $from } antes de isto ser enviado. A sua mensagem sai na mesma, um pouco mais tarde; ❌ nela trava-a.
helpdesk-same-by-you = Acabou de escrever o mesmo.
helpdesk-same-by = { $name } acabou de escrever o mesmo.
helpdesk-same-how = Só é enviado uma segunda vez se quiser: reaja com ✅ para o enviar na mesma, com ❌ para o deixar.
helpdesk-to-colleague = Isto começa com o nome de alguém da equipa, por isso não é enviado. É para as pessoas de fora? Reaja com ✅ para o enviar (sem o nome); com ❌, ou sem resposta, fica nesta sala. «!note …» e «!reply …» dizem-no de antemão.
helpdesk-same-dropped = Não enviado: fica nesta sala.
helpdesk-mailed-already = Tarde demais: já foi enviado e não se pode recuperar. Para o corrigir, responda a esta mensagem; a sua resposta vai para as mesmas pessoas.
helpdesk-mailed-under-way = Tarde demais: isto já não pode ser alterado nem retirado. O e-mail está escrito, embora o servidor de e-mail ainda não o tenha aceitado para todos; volta-se a tentar. Para o corrigir, responda a esta mensagem; a sua resposta vai para as mesmas pessoas.
helpdesk-done = Feito. A sala sai da lista de conversas abertas; um novo e-mail devolve-a.
helpdesk-done-already = Esta conversa já está fechada.
helpdesk-reopened = Esta conversa está de novo aberta.
helpdesk-open-already = Esta conversa já está aberta.
helpdesk-snoozed = Adiada até { $until }, ou até chegar um e-mail.
helpdesk-snooze-how = Até quando? Por exemplo: !mail snooze 4h, !mail snooze amanhã 9:00, !mail snooze seg, !mail snooze 2026-12-01. Um ano no máximo.
helpdesk-today = hoje
helpdesk-tomorrow = amanhã
helpdesk-awake = O prazo acabou: esta conversa, que estava adiada, está de novo aberta.
helpdesk-list-of-all = Abertas
helpdesk-list-of-mine = Abertas, as suas
helpdesk-list-of-unclaimed = Abertas, livres
helpdesk-list-of-us = Esperam por nós
helpdesk-list-of-them = Esperamos por outros
helpdesk-list-of-snoozed = Adiadas
helpdesk-list-of-done = Fechadas
helpdesk-nothing = nenhuma
helpdesk-page-of = página { $page } de { $pages }
helpdesk-next-page = Mais: { $command }
helpdesk-no-subject = (sem assunto)
helpdesk-waits-us = espera por nós há { $span }
helpdesk-waits-them = esperamos há { $span }
helpdesk-waits-nobody = há { $span }
helpdesk-turn-us = espera por nós desde { $date }
helpdesk-turn-them = esperamos desde { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = livre
helpdesk-list-how = «{ $word }» não é uma lista, nem uma conta sua, nem uma página. Usa-se assim: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [1] { $total } conversa aberta
       *[other] { $total } conversas abertas
    }
helpdesk-and-more = e mais { $count }: !mail list
helpdesk-overview-enter = 👀 na sua linha na caixa de entrada, ou !mail claim com a sua ligação, fica com uma conversa e convida-o para a sala dela.
helpdesk-remind-you = esta conversa espera uma resposta há { $span }.
helpdesk-remind-team = Estas conversas esperam uma resposta e ninguém trata delas (a reação 👀 na sala fica com uma):
team-asked =
    { $count ->
        [1] ⚠ Segundo a configuração, { $names } já não é desta equipa e já não pode fazer nada aqui.
       *[other] ⚠ Segundo a configuração, { $count } pessoas já não são desta equipa e já não podem fazer nada aqui: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Não tinham nenhuma conversa.
        [1] Uma conversa que tinham está agora livre.
       *[other] { $claims } conversas que tinham estão agora livres.
    }
team-asked-rooms =
    { $rooms ->
        [1] Ainda estão numa sala desta conta.
       *[other] Ainda estão em { $rooms } salas desta conta.
    }
team-asked-how = Tantas pessoas de uma vez podem ser um engano, por isso ninguém é retirado das salas sem que alguém o diga: ✅ retira-as do espaço e das suas salas, ❌ deixa-as lá sem direitos. Se foi um engano, volte a pô-las na equipa na configuração; então não acontece mais nada.
team-begun = { $names }: fora desta equipa. Começou a saída das salas (ao todo { $rooms }); demora um pouco.
team-progress = As salas seguem a equipa: feitas { $done } de { $rooms }.
team-left = { $name } já não é da equipa: { $rooms ->
        [1] saiu de uma sala
       *[other] saiu de { $rooms } salas
    }, { $claims ->
        [1] devolveu uma conversa
       *[other] devolveu { $claims } conversas
    }.
team-joined = { $name } é agora da equipa: com convite para { $rooms ->
        [1] uma sala
       *[other] { $rooms } salas
    }, e direitos de moderação em { $levels }.
team-refused =
    { $rooms ->
        [1] Numa sala, o servidor Matrix não me deixou fazer tudo; o registo indica-a.
       *[other] Em { $rooms } salas, o servidor Matrix não me deixou fazer tudo; o registo indica-as.
    }
team-let-leave = { $names }: a saída de { $rooms ->
        [1] uma sala
       *[other] { $rooms } salas
    } começa agora. Aqui será dito quando terminar.
team-let-stay = { $names }: ainda nas salas, sem direitos. Quem modera uma sala ainda pode retirar de lá essas pessoas.
team-reason = Já não é da equipa de { $account }.
team-nobody-leaves = Nas salas já não está ninguém que não seja da equipa.
team-nobody-waits = Ninguém espera que se decida se sai das salas.
team-waits = { $name }: fora da equipa desde { $since }, ainda em { $rooms ->
        [1] uma sala
       *[other] { $rooms } salas
    }; «team leave» retira quem espera, «team stay» deixa-os lá.
team-leaves = { $name }: fora da equipa desde { $since }, a sair de { $rooms ->
        [1] uma sala
       *[other] { $rooms } salas
    }.
together-draft = Um rascunho de { $name }. É enviado quando outra pessoa que pode enviar correio reage a esta mensagem com ✅; ❌ retira-o.
together-draft-changed = Este rascunho foi alterado: um ✅ anterior já não conta.
together-draft-by = O texto é agora de { $name }.
together-who-can = O ✅ pode vir de { $people }.
together-nobody-can = Mais ninguém da equipa pode enviar correio: pergunte aos administradores do Mailroom.
together-files = Anexos: { $files }
together-more = Mais { $count } caracteres não se mostram aqui; estão nas mensagens acima.
together-yes = { $name } diz que sim: é enviado dentro de { $seconds } segundos. Tirar o ✅, ou qualquer alteração, trava-o.
together-yes-later = { $name } diz que sim: é enviado às { $time }. Tirar o ✅, ou qualquer alteração, trava-o.
together-yes-gone = O ✅ foi tirado: o rascunho volta a esperar.
together-yes-own = O seu ✅ não conta no que escreveu: tem de o ver outra pessoa.
together-yes-may-not = O seu ✅ não conta: aqui não pode enviar correio.
together-yes-old = O seu ✅ não conta aqui. O lugar dele é na minha mensagem mais recente sobre este rascunho, que mostra o que é enviado.
together-yes-nobody = O seu ✅ ainda não conta: ninguém receberia este e-mail. !mail to diz quem o recebe.
together-left = Já saiu, ou foi retirado.
together-draft-none = Aqui não espera nenhum rascunho. Escreva !mail draft e o novo texto em resposta à minha mensagem sobre ele.
together-draft-several = Aqui esperam vários rascunhos: escreva-o em resposta à minha mensagem sobre aquele que quer dizer.
together-draft-set = O rascunho tem agora este texto. A minha próxima mensagem mostra-o e pede um ✅ novo.
together-at = Isto é enviado às { $time }, para { $people }. Até lá pode editá-lo ou apagá-lo, ❌ trava-o, e !mail send now envia-o já.
together-at-yes = Espera além disso pelo ✅ de outra pessoa: sem ele nada sai a essa hora.
together-now = É enviado dentro de { $seconds } segundos.
together-now-yes = É enviado quando outra pessoa reage com ✅ à minha mensagem sobre ele.
together-at-how = Quando? Por exemplo: !mail send at 8:00, !mail send at amanhã 9:00, !mail send at seg, !mail send at 2026-12-01. No máximo com um ano de antecedência.
together-nothing-held = Aqui nada seu espera para ser enviado. Escreva a mensagem e depois !mail send at 8:00 enquanto ainda se pode retirar; ou escreva-o em resposta a uma mensagem que espera.
together-answers = Respostas preparadas: { $names }. !mail answer e o nome envia uma.
together-answers-none = Não há respostas preparadas para esta conta: quem gere o Mailroom pode escrever algumas.
together-answer-unknown = Não há nenhuma resposta preparada «{ $name }».
together-answer-shown = { $name }, com a resposta preparada «{ $answer }»:
together-came = Chegou um novo e-mail de { $from } antes de isto ser enviado. Continua à espera; ❌ nele trava-o.
permissions-may-not-read = Não pode usar o Mailroom aqui.
permissions-may-not-draft = Aqui não pode escrever rascunhos.
permissions-may-not-answer = Não pode responder aqui por e-mail: o que escrever fica nesta sala.
permissions-may-not-compose = Não pode iniciar conversas aqui.
permissions-may-not-outside = Não pode escrever a pessoas que não participam nesta conversa.
permissions-may-not-invite = Não pode convidar aqui pessoas que participem por e-mail.
permissions-may-not-source = Não pode ver isso aqui.
permissions-may-not-release = Não pode decidir isso aqui.
permissions-may-not-manage = Não pode gerir contas.
permissions-takes = É precisa a permissão «{ $level }».
permissions-ask-team = Peça a { $people } que o faça;
permissions-ask-admins = pode dar-lha { $people }.
permissions-ask-any-admin = pode dar-lha a administração do Mailroom.
permissions-quota-reached = Escreveu { $mails } e-mails em 24 horas, tantos quantos uma pessoa pode.
permissions-quota-waits = Este não se perde: espera e sai às { $time }. Até lá pode retirá-lo com ❌.
operations-state-stopped = parada
operations-state-connecting = a ligar
operations-state-catching-up = a recuperar o atraso
operations-state-connected = ligada
operations-state-transient = não é possível contactá-la, volta-se a tentar
operations-state-bad-credentials = início de sessão recusado, a administração tem de intervir
operations-way-out = envio: { $state }
operations-way-out-untried = ainda não tentado
operations-way-out-ready = funciona
operations-way-out-transient = não funciona, volta-se a tentar
operations-way-out-bad-credentials = início de sessão recusado, a administração tem de intervir
operations-since = desde { $time }
operations-because = ({ $reason })
operations-why-login-refused = o servidor de correio diz que a palavra-passe está errada
operations-why-login-unexplained = o servidor de correio recusa o início de sessão e não diz porquê
operations-why-mailbox-missing = essa pasta não existe
operations-why-mailbox-unavailable = não é possível ler estas pastas
operations-why-mail-unannounced = o servidor de correio não avisa lá de correio novo, por isso chega tarde
operations-why-no-room = não há aqui espaço para correio
operations-why-no-secret = a sua palavra-passe falta ou não se abre aqui
operations-why-oauth2-refused = o servidor que dá o acesso (oauth2) recusa-o
operations-why-oauth2-away = o servidor que dá o acesso (oauth2) não está acessível ou não responde como devia
operations-why-other = não se consegue contactar o servidor de correio, ou ele não responde como devia
operations-last-mail = último e-mail { $time }
operations-no-mail-yet = ainda nenhum e-mail
operations-retry-at = nova tentativa { $time }
account-none = Todas as contas estão no ficheiro de configuração.
account-served = { $account }: em uso
account-waits = { $account }: espera – { $why }
account-left-out = { $account }: fica de fora – { $why }
account-leaving = { $account }: está a ser retirada com tudo o que há dela
account-added = { $account } está acrescentada e espera a sua palavra-passe: dá-se com «mailroom ctl account change { $account } --password-file FICHEIRO» na máquina, nunca numa conversa.
account-changed = { $account } está alterada.
account-removed = { $account } está retirada. As suas conversas ficam como estão.
account-purged = { $account } está retirada, com tudo o que há dela.
account-refused = Nada foi alterado: { $why }
account-key = «{ $account }» não pode ser a chave de uma conta: letras minúsculas, algarismos e hífenes.
account-no-secret = Uma palavra-passe não pertence a uma conversa. Apague essa mensagem e, se o era, altere-a no servidor de correio. Dê-a com «mailroom ctl account change { $account } --password-file FICHEIRO» na máquina, ou na página de início de sessão, onde a houver.
operations-connecting-now = { $accounts }: a ligar agora; «accounts» mostra o resultado.
operations-all-connected = Nada a fazer: já está ligada.
operations-no-accounts = Não há nenhuma conta de cuja equipa faça parte.
operations-which-account = Que conta? { $known }
operations-nothing-waits = nada espera
operations-held = { $count } ainda podem ser alterados
operations-leaving = { $count } prestes a sair
operations-deferred = { $count } ainda não aceites por um servidor de correio, volta-se a tentar automaticamente
operations-failed = { $count } não foi possível entregar
operations-jobs = { $queue }: { $waiting } em espera, o mais antigo há { $age }
operations-jobs-quarantined = { $queue }: { $count } em quarentena
operations-queue-mail-in = e-mails que chegaram
operations-queue-matrix-send = mensagens a mostrar nas salas
operations-queue-event-in = mensagens e reações das salas
operations-queue-mail-out = e-mails a enviar
operations-queue-mail-sent = cópias para a pasta Enviados
operations-queue-notice-out = e-mails que avisam o remetente de uma recusa
operations-queue-guest-mail = e-mails aos convidados com o que foi dito
operations-queue-desk = ordem, nomes e vista geral das salas
operations-queue-member-act = pessoas a convidar para salas ou a retirar delas
operations-quarantine-empty = Nada está em quarentena.
operations-quarantine-count = Em quarentena: { $total }
operations-quarantine-count-latest = Em quarentena: { $total }, os últimos { $shown }:
operations-unread-mail = um e-mail da pasta { $mailbox } que não foi possível ler
operations-stopped-job = um trabalho que falhou demasiadas vezes: { $queue }
operations-reason = Motivo: { $text }
operations-size = Tamanho: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } não está em quarentena.
operations-retried = { $number }: tenta-se de novo.
operations-quarantine-how = { $show } diz mais, { $retry } tenta de novo.
operations-not-alone = Há outras pessoas nesta conversa, por isso não digo aqui nada sobre contas. Comece uma só comigo, por favor.
operations-encrypted = Esta conversa está cifrada e não a consigo ler. Comece uma sem cifra, por favor.
operations-withheld = ⚠ O servidor de correio anuncia um e-mail na pasta { $mailbox }, mas não o entrega: de { $sender }, «{ $subject }». O Mailroom continua a tentar por si e mostra-o assim que o receber. Até lá, veja-o num programa de correio. { $show } diz mais.
operations-sender-unknown = alguém que ele não indica
operations-withheld-mail = um e-mail da pasta { $mailbox } que o servidor de correio não entrega
operations-from = De: { $sender }
operations-subject = Assunto: { $subject }
operations-trouble = ⚠ O Mailroom não consegue contactar a caixa de correio desde { $time }, por isso não chega aqui correio novo. Nada se perde: espera na caixa de correio e chega assim que o servidor de correio responder. O Mailroom continua a tentar por si.
operations-stopped = ⚠ O Mailroom não trata desta caixa de correio desde { $time }, por isso não chega aqui correio novo. Nada se perde: espera na caixa de correio. Avise, por favor, quem gere o Mailroom.
operations-unread = ⚠ O Mailroom não consegue ler { $folders } desde { $time }: o servidor de correio diz que essa pasta não existe ou que não pode ser aberta. O correio que lá está não se perde, mas ninguém o vê aqui. A administração tem de verificar o nome na configuração (imap.mailboxes) e o que o utilizador pode ler.
operations-unannounced = ⚠ O servidor de correio não avisa de correio novo em { $folders } desde { $time }: só é encontrado quando o Mailroom vai ver por si, por isso chega tarde. Nada se perde. Quem gere o Mailroom pode perguntar por IMAP IDLE a quem gere o servidor de correio, ou reduzir times.poll na configuração.
operations-well = Desde { $time } está de novo tudo bem com a caixa de correio: o correio novo chega como de costume, e o que esperava chega agora.
operations-no-rooms = ⚠ O servidor Matrix não cria novas salas para o Mailroom desde { $time }, por isso não aparecem conversas novas. Nada se perde: os seus e-mails esperam e aparecem assim que voltar a criar salas. Avise, por favor, quem gere o Mailroom: «mailroom check» diz porquê.
operations-rooms-again = O servidor Matrix volta a criar salas: as conversas que esperavam desde { $time } aparecem agora.
operations-full-database = ⚠ O correio não é recolhido: a base de dados atingiu o tamanho permitido. Nada se perde, o correio fica na caixa de correio; é recolhido quando houver espaço. Avise, por favor, quem gere o Mailroom.
operations-full-disk = ⚠ O correio não é recolhido: o disco da base de dados está quase cheio. Nada se perde, o correio fica na caixa de correio; é recolhido quando houver espaço. Avise, por favor, quem gere o Mailroom.
operations-room-again = Há de novo espaço: o correio é recolhido como de costume, e o que esperava chega agora.
reload-refused = O ficheiro de configuração tem erros, por isso nada foi alterado. Corrija-o aqui e depois volte a carregá-lo:
reload-taken =
    { $count ->
        [1] O único processo em funcionamento voltou a ler a configuração.
       *[other] { $count } processos voltaram a ler a configuração.
    }
reload-nobody = O ficheiro de configuração está correto. O Mailroom não está em funcionamento, por isso nada foi recarregado: o ficheiro é lido no próximo arranque.
reload-nothing = Nada nele difere do que já estava em vigor.
reload-added = Contas acrescentadas: { $accounts }
reload-removed = ⚠ Contas retiradas: { $accounts }. Já não entra nem sai correio para elas. Se foi um engano, volte a pô-las no ficheiro e a carregá-lo.
reload-changed = Alterado para { $account }: { $fields }
reload-members-added = Novos na equipa de { $account }: { $people }
reload-members-removed = Já não estão na equipa de { $account }: { $people }
reload-settings = Alterado para todas as contas: { $fields }
reload-needs-restart = ⚠ Isto também mudou no ficheiro, mas o Mailroom continua com os valores anteriores até ser reiniciado: { $fields }
reload-process-waiting = ⚠ { $process } ainda não leu a configuração. Até lá, todos podem fazer apenas o que tanto a antiga como a nova permitem. Se estiver bloqueado, reinicie-o.
reload-process-differs = ⚠ { $process } leu a sua configuração, mas o seu ficheiro não é o mesmo que foi verificado. Até ambos dizerem o mesmo, todos podem fazer apenas o que ambos permitem.
reload-process-refused = ⚠ { $process } continua com a configuração anterior, porque o seu ficheiro tem erros. Corrija-o lá e depois volte a carregá-lo:
commands-note = uma mensagem só para esta sala; nunca é enviada
commands-hold-hint = Enquanto uma mensagem não tiver saído, pode editá-la, apagá-la ou travá-la com a reação ❌.
commands-unknown = Não existe o comando «{ $name }».
commands-did-you-mean = Queria dizer { $usage }?
commands-see-help = !mail help mostra todos os comandos.
commands-wrong-use = Usa-se assim: { $usage }
commands-goes-to = A sua próxima mensagem vai para:
commands-this-goes-to = Isto vai para:
commands-cc = Cópia
commands-nobody = Ninguém receberia uma resposta: nenhum e-mail desta conversa tem um endereço de fora. Acrescente alguém com !mail to name@example.org
commands-why-reply = porque responde à mensagem de { $address }
commands-why-latest = porque o último e-mail veio de { $address }; responda a outra mensagem para responder a essa
commands-why-bcc = só para o remetente, { $address }, porque esse e-mail nos chegou em cópia oculta
commands-why-same = porque receberam a mensagem que esta segue
commands-reply-to-used = O remetente pediu as respostas para um endereço diferente do seu.
commands-account = Conta { $address }:
commands-account-state-ready = ligada
commands-account-state-connecting = a ligar
commands-account-state-stopped = parada, a administração tem de intervir
commands-open-mail =
    { $seconds ->
        [1] Um e-mail espera mais { $seconds } segundo e ainda pode ser alterado.
       *[other] Um e-mail espera mais { $seconds } segundos e ainda pode ser alterado.
    }
commands-waiting-mails =
    { $count ->
        [1] Um e-mail espera para ser enviado.
       *[other] { $count } e-mails esperam para ser enviados.
    }
commands-failed-mails =
    { $count ->
        [1] Não foi possível entregar um e-mail.
       *[other] Não foi possível entregar { $count } e-mails.
    }
commands-nothing-waits = Nada espera para ser enviado.
commands-last-sent = O último e-mail saiu às { $time }.
commands-retrying =
    { $count ->
        [1] Tenta-se de novo com um e-mail.
       *[other] Tenta-se de novo com { $count } e-mails.
    }
commands-nothing-to-retry = Não há nada que tentar de novo.
commands-refused = Não entregue a { $address }. O servidor do destinatário diz: { $words }
commands-deferred = Ainda não entregue a { $address }; volta-se a tentar automaticamente. O servidor do destinatário diz: { $words }
commands-gave-up = Não entregue a { $address }, depois de muitas tentativas. A última resposta foi: { $words }
commands-not-sent = Esta mensagem não foi enviada: { $words }
commands-unknown-outcome = A ligação caiu enquanto isto era entregue ao servidor de correio: pode ter sido enviado ou não.
commands-unknown-resent = É enviado mais uma vez dentro de alguns minutos, com a mesma identidade, para que os programas de correio o mostrem uma só vez.
commands-unknown-held = Não volta a ser enviado por si; !mail retry envia-o outra vez.
commands-too-large = Esta mensagem não foi enviada: como e-mail tem { $size }, e o nosso próprio servidor de correio aceita no máximo { $limit }. Num e-mail, os ficheiros crescem um terço. Envie-os em várias mensagens, torne-os mais pequenos ou envie uma ligação.
commands-too-large-without-limit = Esta mensagem não foi enviada: com { $size } é demasiado grande para o nosso próprio servidor de correio, que não diz quanto aceita. Num e-mail, os ficheiros crescem um terço. Envie-os em várias mensagens, torne-os mais pequenos ou envie uma ligação.
commands-utf8-missing = Esta mensagem não foi enviada: um dos endereços tem letras que o servidor de correio não aceita, como ã ou é.
commands-already-mailed = Tarde demais: já foi enviado. A alteração fica nesta sala.
commands-encrypted-not-mailed = Esta mensagem está cifrada: não a consigo ler, e não foi enviada. Escreva-a sem cifra, por favor.
commands-intro-thread = O que se escreve nesta sala sai como e-mail. Estes comandos não:
commands-intro-lobby = Nada do que se escreve nesta sala é enviado por e-mail. Entendo estes comandos:
commands-intro-inbox = Cada nova conversa é aqui uma linha; nada do que se escreve nesta sala é enviado por e-mail. Entendo estes comandos:
commands-intro-management = Olá, sou o Mailroom. Nada do que se escreve aqui é enviado por e-mail. Entendo:
commands-more = { $usage } diz mais sobre um deles.
commands-example = Exemplo: { $text }
commands-place-thread = na sala de uma conversa
commands-place-lobby = na sala «Moderação» de uma conta
commands-place-inbox = na caixa de entrada de uma conta
commands-place-management = numa conversa direta comigo
commands-elsewhere = «{ $name }» não se pode usar nesta sala. Use-o { $places }.
commands-or = ou
language-name-en = inglês
language-name-de = alemão
language-name-es = espanhol
language-name-fr = francês
language-name-it = italiano
language-name-nl = neerlandês
language-name-pl = polaco
language-name-pt = português
language-listed-unreviewed = { $language } ({ $tag }, ainda não revisto)
language-unreviewed = Estes textos ainda não foram revistos por um falante nativo. As correções são bem-vindas.
language-is = Recebe as respostas em { $language }.
language-set = A partir de agora recebe as respostas em { $language }.
language-unknown = Falo { $known }.
zone-is = Digo-lhe as horas em { $zone }. Lá são agora { $time }.
zone-is-account = Não escolheu nenhum fuso horário, por isso digo-lhe as horas no da conta, { $zone }. Lá são agora { $time }.
zone-set = A partir de agora digo-lhe as horas em { $zone }. Lá são agora { $time }. É o que marca o seu relógio?
zone-as-account = A partir de agora digo-lhe as horas no fuso horário da conta.
zone-unknown = Não conheço nenhum fuso horário «{ $text }».
zone-meant = Queria dizer { $zones }?
zone-how = Para escolher outro, indique região e lugar: !mail zone Europe/Berlin. !mail zone account volta ao da conta.
ping-way = Esta resposta demorou { $whole }: { $before } até a sua mensagem chegar aqui do servidor Matrix, { $here } até à resposta.
ping-here = Esta resposta demorou { $here } desde que a sua mensagem chegou aqui. Não se pode dizer quanto demorou a chegar: o relógio do servidor Matrix difere demasiado do nosso.
ping-too-long = Não se pode dizer quanto demorou esta resposta: a sua mensagem esperou aqui mais de um dia, ou entretanto o relógio foi acertado.
source-reply-to = Escreva !mail source como resposta à mensagem cujo original quer.
source-unknown = A essa mensagem não corresponde nenhum e-mail.
source-gone = O original desse e-mail não está (ou já não está) guardado aqui; procure-o na caixa de correio. A sua soma de verificação (SHA-256) era { $hash }.
source-gone-without-hash = O original desse e-mail não está (ou já não está) guardado aqui; procure-o na caixa de correio.
search-nothing = Nada foi encontrado.
search-found = Encontrados: { $count }
search-found-more = Encontrados: mais de { $count }
search-reading = O correio mais antigo ainda está a ser lido ({ $percent } % até agora): ainda não se encontra tudo.
search-nothing-asked = Diga o que procurar: palavras, ou from:bob to:alice subject:lâmpada has:pdf in:support after:2019 before:2020-06. Palavras entre aspas ficam juntas; -palavra não aparece; lam* é o início de uma palavra.
search-needs-person = «{ $word }» precisa de um nome ou de um endereço, como from:bob ou from:bob@example.org
search-needs-words = «{ $word }» precisa de palavras, como subject:lâmpada
search-needs-date = «{ $word }» precisa de um ano, de um mês ou de um dia, como after:2019, after:2019-03 ou before:2019-03-14
search-needs-kind = «{ $word }» precisa de um tipo de ficheiro, como has:file, has:pdf, has:image ou has:docx
search-needs-place = «{ $word }» precisa de uma conta ou de uma pasta; as suas são: { $known }
search-too-much = É demasiado de uma vez: no máximo { $most } palavras e condições.
help-brake = mostra que respostas estão travadas porque parece que máquinas respondem umas às outras; «reset» envia-as
help-breaker = mostra se todo o correio de saída está parado; «reset» termina isso
help-list = lista as conversas abertas: all (todas), mine (as suas), unclaimed (livres), us (esperam por nós), them (esperamos), snoozed (adiadas) ou done (fechadas)
help-claim = fica com esta conversa, para que os outros vejam que trata dela; a reação 👀 também
help-unclaim = devolve esta conversa
help-assign = dá esta conversa a alguém da equipa
help-done = fecha esta conversa; a reação ✅ também. Um novo e-mail volta a abri-la
help-reopen = volta a abrir esta conversa
help-snooze = adia esta conversa por um tempo (4h, 3d) ou até um dia (amanhã 9:00, seg, 2026-12-01)
help-send = quando é enviada a sua mensagem que espera: send at 8:00, send at seg; send now envia-a já
help-draft = dá um novo texto a um rascunho que espera um ✅, seja quem for que o escreveu
help-answer = envia uma resposta preparada em seu nome; sem nome enumera todas
help-compose = inicia uma conversa numa sala própria; o que faltar é perguntado; as linhas seguintes são o seu primeiro e-mail
help-forward = envia um e-mail a alguém de fora, com palavras se quiser; as respostas chegam a uma sala própria
help-cancel = termina as minhas perguntas sobre uma nova conversa; nenhuma é iniciada
help-to = quem recebe a sua próxima mensagem, e porquê; +endereço acrescenta, -endereço retira, só endereços são a nova lista
help-cc = quem recebe cópias; altera-se da mesma forma
help-bcc = quem o recebe sem que mais ninguém o veja; altera-se da mesma forma
help-from = de que endereço da conta se escreve esta conversa
help-subject = o assunto dos e-mails seguintes
help-reply-to-sender = as respostas vão só para o remetente daquilo a que se responde; off: de novo para todos. Para uma só mensagem: !sender TEXTO
help-block = de quem não se mostra o correio, na conta ou nesta sala («here»); como resposta a uma mensagem: o seu remetente, nesta sala
help-allow = quem participa sem que se pergunte; como resposta a uma mensagem: o seu remetente, nesta sala
help-rules = mostra quem pode participar e quantos e-mails não foram mostrados; «drop» retira uma regra
help-entry = mostra ou define se nesta sala pode participar quem quer que responda e esteja verificado
help-invite = convida alguém pelo endereço a participar nesta sala por e-mail; “last” com um número envia-lhe outras tantas das últimas mensagens
help-uninvite = termina a participação de alguém nesta sala por e-mail
help-guests = mostra quem lê esta sala por e-mail. Muda o que ela diz deles: “answer” ou “invitation” (a partir de quando recebem o que se diz), “now”, “hourly” ou “daily”, “verified” ou “unverified”
help-move = como resposta a uma mensagem: põe-na, com o que lhe responde, na conversa de outra sala
help-split = como resposta a uma mensagem: faz dela, com tudo o que veio depois, uma conversa à parte
help-merge = põe toda esta conversa na de outra sala
help-help = mostra esta lista
help-status = mostra como está a conta e até onde chegaram os e-mails desta sala
help-retry = tenta de novo o que não foi possível entregar; como resposta a uma mensagem: só essa
help-unpause = volta a enviar a um endereço a que não foi possível entregar um e-mail
help-search = encontra mails e respostas pelas suas palavras, também nos ficheiros: from:bob to:alice subject:lâmpada has:pdf in:support after:2019 before:2020-06, «palavras entre aspas», -palavra, page 2
help-source = como resposta a uma mensagem: põe aqui o seu e-mail original como ficheiro
help-why = como resposta a uma mensagem: porque está o seu e-mail nesta conversa, e como foi verificado o remetente
help-accept = como resposta à mensagem sobre um e-mail suspeito: mostra-o na sua conversa
help-refuse = como resposta à mensagem sobre um e-mail suspeito: deixa-o de fora
help-overflow = mostra os e-mails que esperam porque vieram demasiados de fora; «let-in» deixa-os entrar, «discard» deixa-os de fora
help-old = mostra o correio antigo que chegou em quantidade e espera; «quietly» e «as-new» deixam-no entrar, «leave» deixa-o na caixa de correio
help-account = mostra as contas acrescentadas em funcionamento; «add», «change» e «remove» fazem-no, só as palavras-passe se dão noutro lugar
help-accounts = mostra como está cada uma das suas contas: o estado, desde quando, e o último e-mail; «retry» liga agora a que não está disponível
help-team = mostra quem já não é da equipa e ainda está nas suas salas; «leave» retira essas pessoas, «stay» deixa-as lá sem direitos
help-queue = mostra o que espera para ser enviado ou mostrado, e o que falhou
help-quarantine = mostra o que não foi possível ler ou fazer; «show» diz mais sobre um, «retry» tenta de novo
help-reload = volta a ler o ficheiro de configuração, sem reiniciar
help-ping = mostra quanto demorou o caminho do servidor Matrix até à resposta
help-language = mostra ou define a língua em que recebe respostas
help-login = trazer a sua própria caixa de correio, numa conversa direta comigo
help-logout = retirar de novo a sua própria caixa de correio
help-zone = mostra ou define o fuso horário em que lhe são ditas as horas
queue-not-shown = ⚠ Falta aqui uma parte deste e-mail: o servidor Matrix não a aceita. «!mail quarantine» na sala «Moderação» diz mais.
queue-set-aside = ⚠ Algo correu mal com isto: não é enviado nem altera nenhum e-mail. Escreva-o outra vez, por favor; se isso não ajudar, «!mail quarantine» na sala «Moderação» diz mais.
queue-returned-mail = Isto não foi enviado: o Mailroom não tratava desta conta desde { $since }. Agora não sai por si: reaja com ✅ para o enviar, com ❌ para o descartar.
queue-unseen-mail = Já não posso ler a sala em que isto foi escrito, por isso não vejo se lá foi alterado ou apagado: «{ $words }». Não sai por si só: reaja com ✅ para o enviar tal como está aqui, com ❌ para o descartar.
queue-returned-fixed = Isto espera um sim e já não pode ser alterado: reaja com ✅ para o enviar tal como está, com ❌ para o descartar.
queue-returned-released = É enviado agora.
queue-returned-discarded = Descartado: não é enviado.
queue-not-served = De momento, o Mailroom não trata da conta { $account }: o que se diz aqui não é enviado, e o correio que chega não é mostrado. Nada se perde: assim que voltar a tratar dela, será perguntado aqui o que fazer com o que foi dito entretanto. Quem gere o Mailroom sabe porquê.
queue-unserved = nenhum processo trata dela desde { $since }
attempt-list = Tentativas de o entregar ao servidor de correio:
attempt-accepted = { $attempt }. { $time }, { $address }: aceite
attempt-deferred = { $attempt }. { $time }, { $address }: ainda não aceite
attempt-refused = { $attempt }. { $time }, { $address }: recusado
attempt-not-sent = { $attempt }. { $time }, { $address }: não entregue ao servidor
attempt-unknown = { $attempt }. { $time }, { $address }: talvez enviado
delivery-waits = Ainda não enviado.
delivery-leaves-by-itself = A mensagem fica guardada e sai por si assim que isso estiver resolvido.
delivery-waited = Esta mensagem não foi enviada: esperou demasiado tempo pelo nosso próprio servidor de correio.
relay-since = Não se envia nada desde { $time }.
relay-news = ⚠ Não se envia nada desde { $time }.
relay-well = O correio volta a sair desde { $time }. O que esperava está a caminho.
relay-trouble-login = O nosso próprio servidor de correio recusa o início de sessão para enviar: a palavra-passe na configuração está errada, ou o fornecedor bloqueou o utilizador.
relay-trouble-login-later = O nosso próprio servidor de correio não consegue verificar agora o início de sessão para enviar.
relay-trouble-certificate-expired = O certificado do nosso próprio servidor de correio expirou, por isso não lhe é confiado correio.
relay-trouble-certificate-unknown = O certificado do nosso próprio servidor de correio não é de confiança: está em nome de outro, ou foi emitido por alguém que o Mailroom não conhece.
relay-trouble-tls = Não se consegue estabelecer uma ligação cifrada com o nosso próprio servidor de correio.
relay-trouble-connection-refused = O nosso próprio servidor de correio não aceita ligações.
relay-trouble-name-unknown = O nome do nosso próprio servidor de correio não se encontra.
relay-trouble-silent = O nosso próprio servidor de correio não responde.
relay-trouble-unreachable = Não se consegue contactar o nosso próprio servidor de correio.
relay-trouble-refuses = O nosso próprio servidor de correio rejeita o Mailroom assim que este se liga.
relay-says = Diz: { $words }
relay-remedy-password = O que se escreve espera (⏳) e depois sai por si. Peça a quem gere o Mailroom que corrija a palavra-passe (ou oauth2) no seu ficheiro: é tentada dentro de um minuto. «accounts retry { $account }» na conversa direta comigo tenta logo.
relay-remedy-certificate = O que se escreve espera (⏳) e depois sai por si. Quem gere o servidor de correio tem de renovar o certificado, ou quem gere o Mailroom tem de indicar o servidor certo e a sua autoridade (smtp.host, smtp.ca_file).
relay-remedy-server = O que se escreve espera (⏳) e sai por si assim que o servidor responder; pergunta-se-lhe de poucos em poucos minutos. Se isso durar, pergunte a quem gere o servidor de correio.
relay-not-mailed-failed = Não enviado a { $people }.
relay-not-mailed-again = Ainda não enviado a { $people }; será tentado de novo automaticamente.
relay-refusal-news = ⚠ O nosso próprio servidor de correio não aceita um e-mail nosso. Quem o escreveu já sabe.
relay-refusal-once = Outros e-mails a que aconteça o mesmo são comunicados a quem os escreveu, e aqui de novo ao fim de um dia.
relay-refusal-limit = O nosso próprio servidor de correio não aceita mais e-mails por agora: já foram enviados tantos quantos permite.
relay-refusal-login-needed = O nosso próprio servidor de correio não aceita e-mails sem início de sessão, ou não com este utilizador.
relay-refusal-full = O nosso próprio servidor de correio não tem espaço neste momento, ou a nossa caixa está cheia.
relay-refusal-sender = O nosso próprio servidor de correio não nos deixa enviar com este endereço.
relay-refusal-relaying = O nosso próprio servidor de correio não encaminha e-mails para outros por nós.
relay-refusal-too-large = O nosso próprio servidor de correio não aceita um e-mail tão grande.
relay-refusal-content = O nosso próprio servidor de correio toma o e-mail por spam, ou não gosta do que ele contém.
relay-refusal-other = O nosso próprio servidor de correio não aceita o e-mail.
relay-help-limit = Não é preciso fazer nada: sai quando o limite o permitir, quase sempre dentro de um dia. Se acontecer muitas vezes, peça ao fornecedor um limite mais alto.
relay-help-login-needed = Quem gere o Mailroom tem de verificar smtp.user, smtp.password, smtp.port e smtp.security na configuração.
relay-help-full = Quase sempre passa por si. Se durar, apague e-mails antigos da caixa ou peça mais espaço ao fornecedor.
relay-help-sender = Peça ao fornecedor que este utilizador possa enviar com o endereço da conta, ou a quem gere o Mailroom que use o utilizador que lhe pertence. Depois, !mail retry envia-o.
relay-help-relaying = Quem gere o Mailroom tem de verificar smtp.host e o utilizador na configuração. Depois, !mail retry envia-o.
relay-help-too-large = Num e-mail, os ficheiros crescem um terço. Envie-os em várias mensagens, torne-os mais pequenos ou envie uma ligação.
relay-help-content = Diga-o com outras palavras ou sem os ficheiros e ligações. Se e-mails normais forem recusados assim, pergunte o motivo ao fornecedor.
relay-help-other = Pergunte a quem gere o servidor de correio, com as palavras acima. !mail retry tenta de novo.
provider-microsoft-smtp-off = Microsoft: o envio por programas (SMTP AUTH) está desligado em toda a organização. A sua administração pode permiti-lo para esta caixa de correio (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: o envio por programas (SMTP AUTH) está desligado para esta caixa de correio. A administração da organização liga-o: utilizador, Correio, Gerir aplicações de correio, SMTP autenticado.
provider-microsoft-no-passwords = A Microsoft não aceita palavras-passe de programas. Em vez da palavra-passe serve um início de sessão com a Microsoft (oauth2).
provider-microsoft-policy = Microsoft: uma regra da organização (predefinições de segurança ou acesso condicional) proíbe este início de sessão. A sua administração tem de o permitir.
provider-microsoft-send-as = Microsoft: este início de sessão não pode enviar com este endereço. A administração da organização dá-lhe o direito «Enviar como» para a caixa de correio.
provider-microsoft-not-logged-in = A Microsoft só aceita correio para enviar depois de um início de sessão: smtp precisa de um utilizador e de uma palavra-passe, ou de oauth2.
provider-microsoft-not-connected = A Microsoft aceita o início de sessão e não abre a caixa de correio: o IMAP está desligado para ela, não tem licença, ou o Exchange tem problemas próprios.
provider-microsoft-consent = Microsoft: ainda ninguém aceitou que o Mailroom use esta caixa de correio. Inicie sessão de novo e aceite; onde só a administração da organização o pode fazer, tem de ser ela.
provider-microsoft-login = A Microsoft não deixa este início de sessão entrar na caixa de correio: a palavra-passe ou a permissão está errada, quem aceitou não pode usar esta caixa, ou o IMAP ou o SMTP está desligado para ela.
provider-client-refused = O fornecedor não conhece o cliente do Mailroom, ou o segredo do cliente expirou. A administração tem de corrigir client_id e client_secret.
provider-login-again = A permissão para usar esta caixa de correio falta, expirou ou foi retirada, por exemplo depois de uma mudança de palavra-passe. Alguém tem de iniciar sessão de novo.
provider-google-app-password = A Google não aceita palavras-passe normais de programas: quer uma palavra-passe de aplicação (que precisa da validação em dois passos) ou um início de sessão com a Google (oauth2).
provider-google-login = A Google não aceita este início de sessão. Não aceita palavras-passe normais de programas: serve uma palavra-passe de aplicação ou um início de sessão com a Google (oauth2).
provider-google-web-login = A Google quer que a pessoa a quem pertence a caixa de correio inicie sessão uma vez num navegador e confirme que foi ela.
provider-google-imap-off = Google: o IMAP está desligado para esta caixa de correio. Liga-se nas definições do Gmail, em «Encaminhamento e POP/IMAP».
provider-google-imap-off-organisation = Google: o IMAP está desligado em toda a organização. A sua administração liga-o na consola de administração.
provider-app-password = Este fornecedor não aceita palavras-passe normais de programas: crie uma palavra-passe de aplicação nas definições de segurança da caixa de correio e use essa.
mailbox-archived = Alguém arquivou este e-mail num programa de correio. A conversa continua aberta aqui: ✅ fecha-a.
mailbox-deleted = Alguém eliminou este e-mail num programa de correio. Aqui fica, e a conversa continua aberta: ✅ fecha-a.
mailbox-moved = Alguém moveu este e-mail para outra pasta num programa de correio. A conversa continua aberta aqui: ✅ fecha-a.
mailbox-many =
    { $count ->
        [one] { $count } e-mail foi lido, arquivado ou eliminado de uma só vez num programa de correio. A sala dele nada diz.
       *[other] { $count } e-mails foram lidos, arquivados ou eliminados de uma só vez num programa de correio. As salas deles nada dizem.
    }
guests-room-welcome = Nesta sala podem participar pessoas que só têm e-mail. Nada sai dela por e-mail antes de alguém ser convidado.
guests-room-welcome-how = Para convidar alguém: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } recebe um convite para participar por e-mail. Agora sai um único e-mail, e o que se diz aqui só depois de uma resposta. !mail uninvite anula isso.
guests-invited-at-once = ✉ { $person } recebe um convite para participar por e-mail e recebe a partir de agora por e-mail o que se diz aqui. !mail uninvite termina isso.
guests-unverified-hint = Ninguém verifica os remetentes dos e-mails para esta conta; por isso os dos convidados não são mostrados aqui. !mail guests unverified mostra-os.
guests-unreadable = Quem? É preciso um endereço, por exemplo: !mail invite bob@example.org Bob
guests-refused-own = { $address } é um endereço nosso. Convide a pessoa no Matrix.
guests-refused-member = { $address } é de alguém da equipa. Convide essa pessoa no Matrix.
guests-refused-no-power = Ninguém foi convidado: esta sala não o deixa convidar. Peça a alguém que possa.
guests-refused-encrypted = Ninguém foi convidado: esta sala está cifrada, e o que nela se diz não pode sair por e-mail.
guests-refused-already = { $address } já tem um convite. !mail guests mostra quem lê por e-mail.
guests-refused-stopped = { $address } não quer e-mails daqui. Só essa pessoa o pode mudar, com um e-mail com a palavra START para { $account }.
guests-refused-member-quota = Ninguém foi convidado: fez { $count } convites num dia, tantos quantos a configuração permite. Tente amanhã.
guests-refused-all-quota = Ninguém foi convidado: todos juntos fizeram { $count } convites num dia, tantos quantos a configuração permite. Tente amanhã.
guests-refused-person-quota = Ninguém foi convidado: { $address } recebeu vários convites num dia. Tente amanhã.
guests-no-room = Esta não é uma sala para convidados. !mail to mostra quem recebe o que se diz aqui.
guests-removed = { $person } já não recebe nada desta sala.
guests-not-there = { $address } não é um convidado desta sala. !mail guests mostra quem o é.
guests-answered = { $person } respondeu ao convite e participa: o que se diz aqui segue a partir de agora para lá por e-mail.
guests-stopped = { $person } já não quer e-mails daqui e não recebe nada desta sala. Só essa pessoa o pode mudar, com um e-mail com a palavra START para { $account }.
guests-started = { $person } participa de novo por e-mail.
guests-failed = ⚠ O convite a { $person } não pôde ser entregue e terminou. Verifique o endereço.
guests-leaves = O que se diz aqui sai por e-mail para { $people }.
guests-unverified-kept = Um e-mail que diz ser de { $person } não é mostrado: ninguém verifica os remetentes dos e-mails para esta conta. !mail guests unverified mostra os seguintes.
guests-list-none = Ninguém foi convidado a participar nesta sala por e-mail.
guests-state-invited = com convite, ainda sem resposta
guests-state-active = participa por e-mail
guests-state-stopped = não quer e-mails
guests-state-removed = foi retirado
guests-state-failed = não foi possível contactar
guests-consent-answer = Quem é convidado recebe o que se diz aqui depois de responder.
guests-consent-invitation = Quem é convidado recebe logo o que se diz aqui.
guests-delivery-now = Sai depois de uma pausa da conversa.
guests-delivery-hourly = É reunido e sai uma vez por hora.
guests-delivery-daily = É reunido e sai uma vez por dia.
guests-verified = Os e-mails dos convidados não são mostrados, porque ninguém verifica os remetentes: !mail guests unverified
guests-unverified = Os e-mails dos convidados são mostrados, embora ninguém verifique os remetentes: !mail guests verified
guests-ghost-name = { $name } (por e-mail)
guests-mail-subject = Convite: { $room }
guests-mail-subject-unnamed = Convite de { $name }
guests-mail-invites = { $name } convida-o para a conversa “{ $room }”. Decorre num chat; participa com o seu programa de e-mail e não precisa de mais nada.
guests-mail-invites-unnamed = { $name } convida-o para uma conversa. Decorre num chat; participa com o seu programa de e-mail e não precisa de mais nada.
guests-mail-how = Para participar, responda a este e-mail: a sua resposta é mostrada a todos, e a partir daí recebe o que se diz. Sem resposta não recebe mais nada.
guests-mail-how-at-once = A partir de agora recebe o que lá se diz. O que responder é mostrado lá a todos.
guests-mail-stop = Se não quer e-mails daqui, responda só com a palavra STOP. Depois ninguém aqui o poderá convidar.
guests-stopped-subject = Já não recebe e-mails daqui
guests-stopped-text = Um e-mail com o seu endereço pediu-o. Já não participa em nenhuma conversa aqui, e ninguém o pode convidar.
guests-stopped-undo = Se não foi você, ou se mudar de ideias, responda a este e-mail só com a palavra START.
guests-not-here = \`!mail { $name }\` serve para conversas por e-mail. Quem lê esta sala por e-mail é convidado: \`!mail guests\` mostra-os, \`!mail invite ENDEREÇO\` convida alguém.
guests-encrypted-subject = O que lá se diz está agora cifrado
guests-encrypted-text = Na conversa para a qual { $by } o convidou, as mensagens estão agora cifradas. Não podem ser enviadas por e-mail, por isso não recebe nenhuma. O que escreve continua a chegar lá. Pergunte a { $by } como continuar.
guests-page-title = Sem mais e-mails
guests-page-text = Prima o botão se não quer mais e-mails das conversas daqui.
guests-page-button = Parar os e-mails
guests-page-done = Feito. Já não recebe e-mails das conversas daqui, e ninguém o pode convidar.
guests-page-undo = Para anular isso, responda a um e-mail que tenha só com a palavra START.
reaction-said = { $name } reagiu com { $emoji }.
reaction-unplaced = Uma reação de { $person }. Não é a nenhuma mensagem conhecida aqui, ou não é de alguém que participe na sua conversa; está na caixa de correio.
reaction-leaves = Uma reação como { $emoji } a um e-mail de { $person } segue por e-mail para essa pessoa, e para mais ninguém. Retire-a dentro de { $seconds } segundos e não sai.
reaction-mailed = { $name } reagiu à sua mensagem.
history-done =
    O correio desde { $since } já cá está: { $mails ->
        [one] { $mails } mensagem
       *[other] { $mails } mensagens
    } em { $rooms ->
        [one] { $rooms } sala
       *[other] { $rooms } salas
    }, num espaço próprio. Ninguém foi avisado nem convidado, e o correio novo continua nas mesmas salas.
history-none = Não havia correio desde { $since } para trazer.
history-left =
    { $count ->
        [one] { $count } mensagem anterior não pôde ser trazida
       *[other] { $count } mensagens anteriores não puderam ser trazidas
    }; o que está na caixa de correio fica lá:
history-reading = traz o correio desde { $since }: { $found } encontradas até agora
history-filling = traz o correio desde { $since }: { $settled } de { $found }
history-waits = espera: { $what }
web-not-there = Não há nada aqui
web-not-there-help = Veja se a ligação foi aberta por inteiro: os programas de correio às vezes cortam-na. As ligações de uso único deixam de existir depois de usadas.
web-too-many = Demasiados pedidos
web-too-many-help =
    { $seconds ->
        [one] Espere { $seconds } segundo e volte a carregar esta página.
       *[other] Espere { $seconds } segundos e volte a carregar esta página.
    }
web-failed = Algo correu mal aqui
web-failed-help = Nada se perdeu. Tente de novo daqui a pouco; se continuar assim, diga-o a quem gere o Mailroom.
web-foreign-form = Este formulário não foi enviado da nossa página
web-foreign-form-help = Para sua segurança, nada foi feito. Abra de novo a ligação e preencha lá o formulário.
login-link = Abra esta página dentro de 15 minutos e inicie sessão nela com a sua caixa de correio: { $link } O que lá escrever não chega ao Matrix.
login-link-then = No fim, a página mostra seis algarismos. Escreva-os aqui: login e os algarismos. Não dê a ninguém a ligação nem os algarismos.
login-added = { $address } já está aqui: o seu correio novo chega a salas do espaço “{ $name }”, para o qual foi convidado você e mais ninguém. !mail logout retira-a.
login-wrong =
    { $left ->
        [one] Não são os algarismos que a página mostra. Mais { $left } tentativa, depois a sessão é abandonada.
       *[other] Não são os algarismos que a página mostra. Mais { $left } tentativas, depois a sessão é abandonada.
    }
login-spent = Errou demasiadas vezes; a sessão foi abandonada e o que foi escrito foi apagado. !mail login começa de novo.
login-none = Nenhuma sessão sua espera algarismos. !mail login começa uma; os algarismos valem dez minutos.
login-already-taken = { $address } já é uma conta aqui. Quem gere o Mailroom pode dizer de quem.
login-no-words = Não escreva aqui senão !mail login e, depois, os seis algarismos da página. Se isso era uma palavra-passe: apague a mensagem e mude a palavra-passe.
login-not-allowed = Quem gere o Mailroom não lhe permitiu trazer uma caixa de correio própria (logins.allowed na configuração).
login-no-pages = Aqui são permitidas caixas próprias, mas não há página para iniciar sessão. Quem gere o Mailroom tem de definir web na configuração.
logout-none = Não há aqui nenhuma caixa de correio sua.
logout-which = Qual? !mail logout e o endereço: { $addresses }
logout-done = { $address } foi retirada: a sessão, a palavra-passe, as mensagens e o que delas se guardava. A própria caixa está como estava. Saio das suas salas.
login-page-title = Iniciar sessão com a sua caixa de correio
login-page-whose = Esta página é para { $user }. O correio da caixa será mostrado a { $user } no Matrix. Continue só se for você.
login-page-begin = Sou eu, continuar
login-page-wrong-title = Ainda sem sessão
login-page-address = Endereço de correio
login-page-password = Palavra-passe da caixa
login-page-password-hint = Muitos fornecedores querem uma feita para programas (palavra-passe de aplicação) se usar um segundo fator.
login-page-name = O seu nome nas mensagens
login-page-name-hint = Pode ficar vazio.
login-page-servers = Servidores
login-page-servers-hint = São encontrados pelo endereço. Preencha-os só se isso falhar.
login-page-imap = O correio chega de (IMAP)
login-page-smtp = O correio sai por (SMTP)
login-page-host = Servidor
login-page-port = Porta
login-page-security = Cifra
login-page-user = Nome de utilizador, se não for o endereço
login-page-try = Iniciar sessão
login-page-no-address = Isso não é um endereço de correio. Um é assim: anna@example.org.
login-page-no-password = Falta a palavra-passe, ou tem caracteres que nenhuma pode ter.
login-page-too-often = Esta ligação foi tentada demasiadas vezes. Escreva !mail login ao Mailroom para receber outra.
login-page-servers-none = Não se encontraram servidores para este endereço. Indique os que o seu fornecedor dá.
login-page-servers-closed = As caixas deste domínio não podem ser trazidas para aqui. Quem gere o Mailroom pode indicar os seus servidores.
login-page-servers-not-public = Estes servidores não têm nome e endereço públicos, e não se faz ligação a eles. Quem gere o Mailroom pode indicar servidores internos.
login-page-servers-port = Essa não é uma porta de servidor de correio: IMAP tem 993 ou 143, SMTP 465 ou 587.
login-page-refused = { $server } não aceitou o endereço e a palavra-passe. Veja se ambos estão certos, e se o seu fornecedor quer uma palavra-passe de aplicação ou tem de permitir antes os programas de correio.
login-page-tls = { $server } não mostrou um certificado de confiança. Veja se o nome está certo.
login-page-away = Não foi possível chegar a { $server }. Veja se o nome, a porta e a cifra estão certos, ou tente mais tarde.
login-page-taken = Este endereço já é uma conta aqui. Quem gere o Mailroom pode dizer de quem.
login-page-code-title = Mais um passo
login-page-code = A caixa foi encontrada. Escreva isto na sua conversa direta com o Mailroom, como { $user }:
login-page-code-then = Vale dez minutos, e nada fica guardado se não o escrever. Não o diga a ninguém. Depois pode fechar esta página.
login-page-found = O correio é lido em { $imap } e enviado por { $smtp }.
login-page-over = Esta ligação foi usada ou é demasiado antiga
login-page-over-help = Escreva !mail login na sua conversa direta com o Mailroom para receber outra.
login-page-coded = Os algarismos já foram mostrados
login-page-coded-help = Escreva-os na sua conversa direta com o Mailroom. Se se perderam, escreva lá !mail login para outra ligação.
login-page-elsewhere = Esta ligação está aberta noutro navegador
login-page-elsewhere-help = Vale no navegador em que foi aberta primeiro. Se não era o seu, outra pessoa tem a ligação: escreva !mail login na sua conversa direta com o Mailroom, e esta deixa de valer.
`,
} as const;
