### Everything that Mailroom says to people, in English: the file that the others are translated from.
### How to add a language, and the rules for texts and arguments, stand in CONTRIBUTING.md.
### Texts are plain text of one line. Commands (!mail …), reactions and addresses of examples stay as they are.
### $name and the like are filled in as they are: addresses, names, subjects of strangers, numbers in plain digits.

## Marks and remarks in a mail that came
## Read in the room, in or below the text of the mail.

# Stands for a picture; $alt is what its sender says that it shows.
mail-image = [image: { $alt }]
mail-image-without-alt = [image]
# Over what was cut from a mail: quotation, signature, footer.
mail-rest = Rest of the mail
# Name of a file: the rendering of a mail that is not shown, where plain text and HTML do not say the same.
mail-plain-rendering = Plain text of the mail
mail-html-rendering = Formatted text of the mail
# Text that its writer hid until it is clicked.
mail-spoiler = [hidden: { $text }]
mail-cut-here = [Cut here: { $shownKb } of { $totalKb } KB are shown. The whole message is attached.]
mail-signed-pgp = This message is signed with OpenPGP; the signature was not checked.
mail-signed-smime = This message is signed with S/MIME; the signature was not checked.
mail-encrypted-pgp = This message is encrypted with OpenPGP. It is attached as it came; a mail program with the key can read it.
mail-encrypted-smime = This message is encrypted with S/MIME. It is attached as it came; a mail program with the key can read it.
mail-opaque-smime = This message is signed with S/MIME in a form that holds the text inside the signature; it is attached as it came.
mail-password-protected = { $name } is protected: a password may be needed to open it.
# Name of an archive of the many small files of a mail.
mail-further-files = Further files
# Caption of that archive.
mail-files-bundled = Of the { $all } files of this mail { $count } are in this archive.

## Mails within a mail
## Read in the room, over a mail that was attached to another.

nested-mail = Attached mail
nested-from = From
nested-date = Date
nested-subject = Subject
nested-more-in-file = … the rest is in { $name }

## Mails that could not be read
## Read in the room of the conversation or by the moderators, with the original as a file.

unread-file = The file “{ $name }” could not be read out of its mail. The whole mail is here instead, as a file.
unread-file-missing = The file “{ $name }” could not be read out of its mail, so it is missing here. Look for it in the mailbox, with a mail program.
# $reason is one of unread-reason-…
unread-mail = A mail from { $sender } (“{ $subject }”) arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-subject = A mail from { $sender } arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-sender = A mail (“{ $subject }”) arrived that could not be read: { $reason }. Its original is attached.
unread-mail-without-sender-and-subject = A mail arrived that could not be read: { $reason }. Its original is attached.
unread-oversize-mail = A mail of { $size } from { $sender } (“{ $subject }”) arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-subject = A mail of { $size } from { $sender } arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-sender = A mail of { $size } (“{ $subject }”) arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
unread-oversize-mail-without-sender-and-subject = A mail of { $size } arrived. It is not shown here, because it is larger than { $limit }. Read it in the mailbox, with a mail program.
# Completes $reason of unread-mail.
unread-reason-too-large = it is too large
unread-reason-empty = it is empty
unread-reason-time = reading it took too long
unread-reason-memory = reading it took too much memory
unread-reason-crash = the program that reads mail failed on it
unread-reason-oversize = it is too large
unread-reason-failed = something went wrong here

## Invitations and contacts
## The lines of the card that the room shows for an invitation (iCalendar) or a contact (vCard).

calendar-title-invitation = Invitation
calendar-title-changed = Invitation changed
calendar-title-cancelled = Cancelled
calendar-title-reply = Answer to an invitation
calendar-title-counter = Another time is proposed
calendar-title-published = Appointment
calendar-title-task = Task
# A name before its value, with the colon as the language sets it.
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
# What a changed invitation said before.
calendar-before = before: { $value }
# Of a repeated appointment only this one.
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
# $weekday is one of calendar-weekday-short-…, $month one of calendar-month-…
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
# How often an appointment is repeated.
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
# $days are days of the week, plain or as the two keys below have them, joined by calendar-and.
calendar-on-weekdays = on { $days }
# The first Monday of a month.
calendar-weekday-nth =
    { $nth ->
        [1] the first { $weekday }
        [2] the second { $weekday }
        [3] the third { $weekday }
        [4] the fourth { $weekday }
        [5] the fifth { $weekday }
       *[other] the { $nth }th { $weekday }
    }
# The last Monday of a month.
calendar-weekday-nth-last =
    { $nth ->
        [one] the last { $weekday }
       *[other] the { $nth }th last { $weekday }
    }
# Joins days or months; $items are separated by commas.
calendar-and = { $items } and { $last }
# $days are the two keys below, joined by calendar-and.
calendar-on-month-days = on { $days }
calendar-month-day = day { $day }
calendar-month-day-last =
    { $nth ->
        [one] the last day
       *[other] the { $nth }th last day
    }
# $months are calendar-month-… joined by calendar-and.
calendar-in-months = in { $months }
# How often an appointment is repeated.
calendar-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
calendar-until = until { $date }
# Behind the time of an appointment, in the time zone of who reads it.
calendar-own-time = that is { $time }
calendar-except = except on { $dates }
calendar-contact = Contact
calendar-contacts = { $count } contacts
calendar-outdated = A newer version of this invitation has already arrived.

## Reports about mails of ours
## Read in the room: what mail servers (not delivered, late) and mail programs (opened) report.

# What a mail server did; $who are addresses.
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
# Why a mail was not delivered.
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
# What became of a mail in its reader’s mail program; $subject is the mail’s.
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

## What the bot says in a room by itself
## Read by everybody in the room of a conversation, or in the room of the moderators.

# Before it leaves

room-nobody-to-mail = Not mailed: there is nobody outside to send it to. Add somebody with !mail to name@example.org, then write it again.
room-only-banned-to-mail = Not mailed: everybody who would get it is banned from this room ({ $people }). To write to them all the same, lift the ban or write !mail to +{ $address } and say it again.
room-taken-back = Taken back: not mailed.
room-edited-to-command = Taken back: not mailed. The command was not run either, because an edit runs none. To run it, write it as a new message.

# After it left

room-try-again-hint = Write "!mail retry" to try again.

# What arrived

room-no-text = (a mail without text)
room-no-sender = A mail without a sender:
room-new-subject = Subject: { $subject }
room-from-mail-program = { $name } (from a mail program):
room-shortened = … cut here; the whole mail is in "{ $name }".
room-original = original
room-whole-mail = whole mail
room-file-too-large = The file “{ $name }” ({ $size }) is too large for the Matrix server, so it is missing here. You find it in the mail, in the mailbox.
room-file-left-out = The file “{ $name }” ({ $size }) was left out when this mail was brought in.
# Name of the space in which old mail stands; $name is the file or folder that it came from.
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

# About an account

room-login-refused = ⚠ The mail server refuses this mailbox’s login ({ $protocol }), so no new mail arrives here. Nothing is lost: it waits in the mailbox. An administrator has to correct the password (or oauth2) in the config. Mailroom tries again by itself, less and less often, for about a day; “!mail accounts retry” makes it try now.
room-login-ends = ⚠ The provider lets Mailroom into this mailbox until { $time }. Before that somebody has to log in again: whoever runs Mailroom with “mailroom login { $account }”.
room-no-secret = ⚠ The password of this mailbox is missing, or does not open here, so no new mail arrives. Nothing is lost: it waits in the mailbox. “mailroom secret sealed” on the machine says what is wrong; “mailroom ctl account change { $account } --password-file FILE” gives the password anew.
room-not-invited-blocked = ⚠ { $user } does not take invitations, so I cannot invite them into rooms. Everybody else is invited as before. Who is in the space can join its rooms by themselves; to be invited again, they have to allow invitations from { $bot }.
room-not-invited-refused = ⚠ The homeserver does not let me invite { $user } ({ $code }). Everybody else is invited as before. Whoever runs the homeserver can say why.
room-not-readable-subject = Mail that could not be read

# About a room

room-moved-on = This room was replaced by another one. Please go on there.
room-moved-on-not-mailed = Not mailed: this room was replaced by another one. Please write it there.
room-followed = The conversation goes on here: what is written in this room goes out as e-mail.

## The rooms of an account
## Names of rooms, and the lines of the inbox.

inbox-name = { $account } – Inbox
inbox-lobby-name = { $account } – Moderators
# A conversation without a subject.
inbox-no-subject = (no subject)
# A mail whose words are all in its files.
inbox-only-files =
    { $count ->
        [one] one file
       *[other] { $count } files
    }
# Who began it, where that was one of our own.
inbox-begun-by = { $name } (ours)
# $name is who wrote again into a conversation where nobody of the team is, or where every answer is told.
inbox-again = { $name } (again)

## Which conversation a mail belongs to
## Answers to !mail why, move, split and merge, and notices with a link to another room.

# Completes $reason of sender-why-thread.
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
# Completes $reason of sender-why-thread, for a mail that could not be read.
thread-why-other = it could not be read as a whole ({ $reason }), so only its header decided
thread-why-placed = { $user } moved it here
# Completes $reason of sender-why-thread, for a sender who had no part in the conversation.
thread-why-belongs-same-organisation = it names a mail of this conversation; its sender took no part yet, but is of the same organisation as somebody who does
thread-why-belongs-names-participants = it names a mail of this conversation; its sender took no part yet, but writes to somebody who does
thread-why-belongs-other = it names a mail of this conversation; its sender took no part yet, but is verified or had written here before

# A link to a room follows.

thread-changed-subject-here = This answers another conversation, but with a new subject, so it has a room of its own. The other one:
thread-changed-subject-there = An answer to this conversation has a new subject, so it began a conversation of its own:
thread-stranger-here = This refers to another conversation, in which its sender takes no part, so it has a room of its own. The other one:
thread-stranger-there = Somebody who takes no part in this conversation refers to it in a mail. That mail is not shown here; it has a room of its own:
# Stands for a conversation without a subject.
thread-no-subject = (no subject)
thread-verified-now = The same mail came again, and this time its sender is verified.
# What a room has under another From came from this address too, checked.
thread-came-directly = The same mail came again, directly from { $address }, and that sender is verified.

# Move, split, merge; a link follows where it says so

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

## Who a mail is from
## Marks behind the names of senders, mails that are kept back as suspicious, answers to !mail why.

# Behind the name of a sender, in brackets.
sender-not-verified = not verified
sender-group-only = only a group says so
sender-failed = failed the check
sender-not-their-name = suspicious name
# Before a mail that the bot quotes.
sender-claims = ⚠ A mail that claims to be from { $claim }, but failed the check of the sender:

# Suspicious mails

sender-suspected = ⚠ A suspicious mail waits for somebody to decide; until then its conversation does not show it. It claims to be from { $claim }.
sender-suspected-reason-internal-claimed = That is one of your own addresses, and nothing proves that the mail comes from there.
sender-suspected-reason-dmarc-policy = It failed the check of the sender, and the owner of that domain asks everybody not to accept such mail.
sender-suspected-subject = Subject: { $subject }
sender-suspected-how = React with ✅ to show it in its conversation (with a mark), or with ❌ to leave it out; or reply with !mail accept or !mail refuse.
sender-accepted = Accepted: it is shown in its conversation, marked.
sender-refused = Refused: it is not shown. It stays in the mailbox.
sender-suspected-reply-to = Write this as a reply to the message about the suspicious mail.
sender-not-suspected = No suspicious mail waits behind that message (any more).

# In the answer to !mail why.

sender-why-reply-to = Write this as a reply to the message that you ask about.
sender-why-unknown = No mail belongs to that message.
sender-why-thread = In this conversation because: { $reason }
sender-why-sender = Sender: { $verdict }. What decided: { $reason }.
# Completes $verdict of sender-why-sender.
sender-verdict-pass = verified
sender-verdict-fail = failed the check
sender-verdict-unchecked = not verified
# Completes $reason of sender-why-sender.
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
# Completes $marks of sender-why-marked; several are separated by commas.
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

## Who may take part by mail
## Newcomers, rules about senders, automatic mail and mail to many.

# Behind the name of a newcomer, in brackets.
admission-mark = new here
admission-joined = ⚠ { $person } is new here: they answered a mail that went to somebody else.
admission-joined-how = React with ✅ to let them take part, or with ❌ to show no more of their mail in this room; or reply with !mail allow or !mail block. Until then no answer goes to them unless you reply to their message.
admission-colleague-joined = { $person } wrote here for the first time. They are verified, and of the same organisation ({ $domain }) as somebody who takes part.
admission-colleague-joined-how = No answer goes to them until you, or somebody who takes part, write to them, or you react with ✅. A reply to their message goes to them; ❌ shows no more of their mail in this room.
admission-welcomed = { $address } takes part from now on.
admission-refused = Mail of { $address } is not shown in this room any more.

# In the answers to !mail block, allow, rules and entry.

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
# Why mails were not shown; $detail is a pattern of addresses.
admission-not-shown-why-blocked = blocked by { $detail }
admission-not-shown-why-refused = from people who were refused in a room
admission-not-shown-why-newcomer = from somebody new in a conversation
admission-not-shown-why-lists-ignored = from mailing lists
admission-not-shown-why-bulk-ignored = newsletters and other mail to many
admission-open = This room is open: whoever answers one of its mails and is verified takes part.
admission-asked = This room is not open: whether mail of somebody new is shown or refused is set for the whole account.
admission-only-in-thread = That can be used only in the room of a conversation.

# The mail that tells a refusal

admission-refusal-subject = Not delivered: { $subject }
admission-refusal-subject-without-subject = Your message was not delivered
# The paragraphs of that mail.
admission-refusal-undelivered = Your message to { $account } was not delivered to the people behind this address: you do not take part in that conversation, or they do not take mail from you.
admission-refusal-other-way = If you think that they should read it, write to them in another way.
admission-refusal-program = This notice was written by a program. Please do not answer it.

# Automatic mail and mail to many

admission-automatic = Automatic mail from { $person }:
admission-digest = Newsletters
admission-reply-to-answer = Not mailed: mail of many senders comes into this room, so it is not clear who should get it. Write it as a reply to the message that you want to answer.

# Mail above what strangers may begin within an hour (limits.new_rooms, limits.new_ghosts).

# The name of the room.
overflow-room = Mail that waits
# In that room, for each mail; below it its subject. $from is what the mail says.
overflow-mail = A mail from { $from } waits here and is not shown yet: too much new mail came from outside within an hour.
overflow-how = React with ✅ to let it in, or with ❌ to leave it out (it stays in the mailbox). !mail overflow let-in lets all in.
overflow-how-all = !mail overflow let-in lets all of them in, !mail overflow discard leaves all of them out. Written as a reply to one of them, it is about that one.
overflow-waiting = { $count ->
    [one] One mail waits
   *[other] { $count } mails wait
  } to be let in.
overflow-none = No mail waits to be let in.
# Written as a reply to a message that stands for no such mail.
overflow-not-there = No mail waits behind that message (any more).
overflow-let-in = { $count ->
    [one] It is let in.
   *[other] { $count } mails are let in.
  }
overflow-discarded = { $count ->
    [one] It is not shown; it stays in the mailbox.
   *[other] { $count } mails are not shown; they stay in the mailbox.
  }

# Mail older than its account that came in quantity: somebody has copied it into the mailbox (old_mails).

# In the lobby, one notice for all of it, which is edited while the number grows.
old-mail-waits = { $count ->
    [one] One mail in the mailbox is older than this account and waits.
   *[other] { $count } mails in the mailbox are older than this account and wait. Somebody has probably copied or moved them there.
  }
# Days as 2022-05-03.
old-mail-between = The mailbox got them between { $from } and { $to }.
old-mail-of = The mailbox got them on { $day }.
old-mail-how = React with ✅ to show them quietly: each conversation gets its room, and nobody is invited or notified. ❌ leaves them in the mailbox, unshown.
old-mail-how-else = !mail old as-new treats them like mail that has just come, with invitations and lines in the inbox.
old-mail-answers = Until somebody decides they wait. Whoever answers one of them brings its conversation along.
# What the notice says afterwards.
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
# For an operator.
old-mail-decided = { $count ->
    [one] One mail was decided.
   *[other] { $count } mails were decided.
  }

## Who gets the mails of a conversation
## Answers to !mail to, cc, bcc, from, subject and reply-to-sender, and notices before something leaves.

# Why these

recipients-why-sender-only = to { $address } alone, as you asked
recipients-why-chosen = as it was set in this room; !mail to, !mail cc and !mail bcc change it
recipients-bcc = Bcc (nobody else sees it)

# Before it leaves

recipients-first-time = The first mail here to { $people }. It goes out in { $seconds } seconds; until then ❌ on your message stops it.
recipients-kept-inside = Not mailed: what is written in the thread of a note stays in this room. To mail it, write it outside of that thread.
recipients-notice-answered = Not mailed: a reply to a message of mine stays in this room. To mail it, write it as a message of its own or as a reply to a mail.
# Followed by what was probably meant.
recipients-like-command = Not mailed, because it begins like a command of mine.
recipients-mail-it-all = To mail it as it stands, write !reply before it.
recipients-none = nobody
recipients-not-verified = Careful: it is not verified who sent the mail that you answer.
# In the answer to !mail to and its like, below those who get the next mail.
recipients-left-out = Left out, since mail there came back: { $people }. !mail unpause ADDRESS sends there again.
recipients-nobody-left = Nobody would get an answer at present.
recipients-will-quote = The next mail quotes the conversation so far, so that { $people } can follow it.
recipients-ghost-added = { $person } gets a copy (Cc) of each mail from your next message on; the first quotes the conversation so far. To end that, remove them from the room.
# The same of somebody who took part already.
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

## New conversations
## The questions and answers by which somebody of the team begins one.

compose-ask-account = From which account shall it be sent? Write one of: { $accounts }.
compose-ask-to = To whom? Write one or more mail addresses.
compose-ask-subject = What is the subject? Write - for none.
# How to end it: the command as it is written there.
compose-cancel-hint = { $command } ends this.
compose-not-understood = I did not understand that.
compose-cancelled = All right: no conversation was begun.
compose-nothing-to-cancel = There is nothing to cancel here.
# Before the link to the room.
compose-begun = A conversation with { $people } begins in its own room:
compose-room = room
# The first words in the new room.
compose-welcome = A new conversation: what you write here goes as e-mail from { $from } to { $people }.
compose-subject = Subject: { $subject }
compose-subject-from-words = The first words of your first message are the subject, unless you set one before: !mail subject …
compose-first-is-mail = Your first message is the first mail. !mail to, !mail cc and !mail bcc change who gets it.
compose-wrote = { $name } wrote:

# Rooms that people made

compose-ask-account-here = Nothing is mailed yet: from which account shall it be sent? Write one of: { $accounts }
compose-may-not = You may not begin conversations by mail here. Ask somebody of the team of a mail account, or the administrators of this server.
compose-encrypted = Nothing was mailed: this room is encrypted, and I cannot read it. Please make a room without encryption.

# Answers to !mail forward, which sends a mail to somebody outside in a conversation of its own.
forward-to-whom = To whom? Write an address behind it: !mail forward bob@example.org Can you tell what this is?
forward-own-address = { $address } is an address of this account: nothing was forwarded.
forward-takes-part = { $address } takes part in this conversation: write here what they are to read. Nothing was forwarded.
forward-unreadable = That mail cannot be read here, so that it cannot be forwarded.
# In the room of the mail, with a link to the room of the new conversation behind it; $people are those who get it.
forward-begun = { $name } forwards this mail to { $people }. What they answer comes into a room of its own, and nobody of this conversation gets it. ❌ on this message stops the mail until it has left:
# In the new room, with a link to the first one behind it; then what is forwarded.
forward-aside = Asked aside from another conversation, whose people get nothing from here:
forward-wrote = { $name } forwards a mail:
forward-not-verified = Careful: it is not verified who sent the mail that is forwarded here.
forward-shown-shortened = [Shortened here; the whole mail goes out.]
forward-files = Files: { $names }
forward-stopped = Taken back: the mail is not forwarded.
forward-too-late = Too late: the mail was forwarded already.
# Below a mail in whose To or Cc stand people of the other of the two conversations; a link to that one follows.
forward-apart-first = { $people } stand in this mail too. They belong to the conversation that this one was asked aside from; they are left out here, and get no answer from here:
forward-apart-asked = { $people } stand in this mail too. They were only asked aside, and get no answer from here unless !mail cc names them:
forward-not-here = { $people } cannot be added: they belong to the conversation that this one was asked aside from, and are not to see what is written here. Write to them there.
forward-stays-apart = One of these conversations was begun aside from the other: they stay apart, so that nobody of the one gets to read the other. Nothing was moved.
# In a Matrix thread of the first room, before what somebody answered aside and a link to the room of that.
forward-answered = { $name } answered aside. To write back, go to the room of that conversation:

## In mails that leave
## Read by people outside, in their mail program.

# Stand for a link into Matrix.

outgoing-some-message = (a message in the chat)
outgoing-some-room = (a chat room)
# Before hidden text in HTML; $reason is why it is hidden.
outgoing-spoiler-label = [hidden: { $reason }]
outgoing-spoiler-label-without-reason = [hidden, select to read]
# Before what is quoted. $month and $day have two digits.
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

# Above a mail that is forwarded: its header, as mail programs write it. $month and $day have two digits.
outgoing-forwarded-by = Message forwarded by { $name }
outgoing-forwarded-from = From: { $people }
outgoing-forwarded-date = Date: { $year }-{ $month }-{ $day } { $time }
outgoing-forwarded-subject = Subject: { $subject }
outgoing-forwarded-to = To: { $people }
outgoing-forwarded-cc = Cc: { $people }
# Below that header, where there is something to say.
outgoing-forwarded-not-verified = It is not verified who sent this message.
outgoing-forwarded-encrypted = This message is encrypted. It is attached as it came; a mail program with the key can read it.
outgoing-forwarded-too-long = This message is too long to stand here in full; it is attached as it came.

## In what guests get
## Mails to people who take part in a room by mail alone.

# Above all else; a link to the room follows.
guests-mail-left =
  { $count ->
    [one] { $count } more message is not in this mail. You find it in the room:
   *[other] { $count } more messages are not in this mail. You find them in the room:
  }
# Heads what was said in the room itself, where Matrix threads of it follow or go before.
guests-mail-in-room = In the room
# Heads what was said in a Matrix thread; $words is how that begins.
guests-mail-thread = In the thread “{ $words }”
# A link to the room, behind the name of a file that is not attached.
guests-mail-file-there = in the room
# Below each mail. $now and the like are the texts guests-word-now and the like.
guests-mail-why = You take part in “{ $room }” by mail: what you answer is said there.
guests-mail-choices = How often do you want mail? Answer with one of these alone in the first line: { $now }, { $hourly }, { $daily } or { $pause }. To get nothing more, answer with STOP.
# What a guest answers with, small letters: what is said is mailed after a pause of the conversation, at most once an
# hour, once a day, not for now. No two of them may be the same, in any language.
guests-word-now = now
guests-word-hourly = hourly
guests-word-daily = daily
guests-word-pause = pause
# The mail that confirms it.
guests-chosen-subject = How often you get mail
guests-chosen-now = From now on you get what is said after a pause of the conversation, and at once what mentions you.
guests-chosen-hourly = From now on you get at most one mail an hour, and at once what mentions you.
guests-chosen-daily = From now on you get one mail a day, and at once what mentions you.
guests-chosen-pause = You get nothing for now, from any room. When you want mail again, answer with: { $now }

## How far mails of ours came
## Answers to !mail status and unpause, and notices about addresses that are paused.

# The mail that the lines below are about, in the answer to !mail status.
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
# Beside the standing, where a report that nothing proves says another thing.
delivery-claimed = a report that anybody could have written says: { $standing }
delivery-status-reply-unknown = No mail of ours belongs to that message.
# Our own relay was not reached, or wants nobody now.
delivery-not-handed = Not yet sent to { $address }: our own mail server cannot take it at the moment. It is tried again. ({ $words })
# Told to the author of a mail that our mail server has not taken yet, when a later one of the conversation leaves.
delivery-passed = A later message of this conversation leaves now, before this one: the mail server has not taken this one yet. It is tried again.
# To the author of a message that waits for long.
delivery-unseen = This is not mailed yet: the Matrix server does not let me read this room at the moment, so I cannot see whether you have changed or deleted it. I go on trying, and it is mailed as soon as I have looked.
# Under a report that nothing proves.
delivery-unproven = Nothing proves that this report comes from a mail server: anybody who has the mail could have written it. So it has changed nothing.

# Paused addresses

# Told where an address becomes paused.
delivery-paused-now = Nothing more is sent to { $address } until somebody writes !mail unpause { $address }
# Told to whoever writes to it; $why is one of report-reason-…
delivery-paused-since = Nothing has been sent to { $address } since { $date }: { $why } !mail unpause { $address } tries again.
delivery-paused-since-without-why = Nothing has been sent to { $address } since { $date }. !mail unpause { $address } tries again.
# To the author of the first mail of a conversation that leaves an address out; $why is one of report-reason-…
delivery-left-out = { $address } is left out of this mail and of the next ones here: nothing has been sent there since { $date }. { $why } If the address is good again, !mail unpause { $address } sends there what was held back here, and the next mails.
delivery-left-out-without-why = { $address } is left out of this mail and of the next ones here: nothing has been sent there since { $date }. If the address is good again, !mail unpause { $address } sends there what was held back here, and the next mails.
delivery-others-get-it = The others get this mail; ✔️ on it is about them. I say this once in this room.
# Below delivery-paused-since, to the author of a message whose recipients are all paused.
delivery-nobody-left = So nobody gets this message: it is not mailed. It leaves after that command. To write to another address, set it with !mail to ADDRESS and say it again.
delivery-unpaused =
    { $mails ->
        [0] Mail goes to { $address } again.
        [one] Mail goes to { $address } again. One mail that had waited for that leaves now.
       *[other] Mail goes to { $address } again. { $mails } mails that had waited for that leave now.
    }
delivery-not-paused = Nothing to do: mail goes to { $address } as always.
delivery-no-address = That is not a mail address. It is used like this: !mail unpause bob@example.org

## Machines that answer each other, and too much mail
## Said to whoever wrote what was stopped, to the moderators, and as answers to !mail brake and breaker.

# To whom said it: not mailed, with the reason.
brakes-stopped = Stopped: this was not mailed. { $why }
# $why of brakes-stopped.
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

# !mail brake

brakes-none = Nothing is stopped here.
brakes-thread = Stopped since { $since }: “{ $subject }”, { $mails } mails wait
brakes-reset-how = Write !mail brake reset in the room of the conversation to mail them.

# The breaker

brakes-tripped-volume = ⚠ All outgoing mail is stopped: { $count } mails within ten minutes are more than people here write.
brakes-tripped-refusals = ⚠ All outgoing mail is stopped: { $count } mails were refused within ten minutes, most of those that were sent.
brakes-tripped-how = Nothing is lost: the mails wait. Find out what sends so much, then write !mail breaker reset (or run “mailroom breaker reset”); then they are sent.
brakes-open = All outgoing mail has been stopped since { $since }; { $waiting } mails wait.
brakes-closed = Outgoing mail is not stopped: { $sent } mails within the last ten minutes.
brakes-reset = Outgoing mail is not stopped any more ({ $by } said so); { $waiting } mails that waited go out now.
brakes-not-open = Outgoing mail is not stopped.

## The work of a team on its conversations
## Answers to !mail list, claim, assign, done, snooze and others, the overview, reminders.

# How long something waits: $span of other keys. In German in the dative.
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

# Who has it

helpdesk-claimed = You have this conversation now.
helpdesk-had-by = { $name } has this conversation. To give it to somebody else, write !mail assign and their name.
# The same, told to somebody who wanted to take it from outside its room.
helpdesk-had-by-invited = { $name } has this conversation, and you are invited to its room. To give it to somebody else, write !mail assign and their name.
helpdesk-had-already = You have this conversation already.
helpdesk-unclaimed = Nobody has this conversation now. !mail claim or the reaction 👀 takes it.
# Somebody who had a conversation has left its room, or declined to come in.
helpdesk-gave-back = { $name } has left the room. Nobody has this conversation now.
helpdesk-declined = { $name } has declined the invitation. Nobody has this conversation now.

# An account made more rooms within a day than invite_up_to. Told once, in its lobby.
entry-crowded = More than { $count } new conversations came within a day. From now on nobody is invited to each new room.
entry-crowded-how = The inbox has a line for each. 👀 on a line, or !mail claim with its link, takes the conversation and invites you to its room. When it is done you leave the room; you can come back at any time, through the space or by 👀 on its line.
entry-crowded-back = invite: everyone in the configuration brings the invitations back.
# Why somebody is taken out of a room, as clients show it.
entry-done = This conversation is done. You can come back through the space.
# The answer to !mail claim where it names no conversation of this account.
entry-claim-which = Which conversation? Reply to its line in the inbox with !mail claim, or give the link to its room: !mail claim LINK.
helpdesk-nobody-has-it = Nothing to do: nobody had this conversation.
helpdesk-assigned = { $name } has this conversation now.
helpdesk-assigned-to-you = { $by } gave you this conversation.
helpdesk-not-found = Nobody of the team is called “{ $text }”, or several are. Write the whole Matrix name, such as @name:server.
helpdesk-claim-lapsed = { $name } has not answered in time, so nobody has this conversation now. !mail claim or the reaction 👀 takes it.

# Answering at the same time

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

# In the answers to !mail done, reopen and snooze.

helpdesk-done = Done. The room leaves the list of open conversations; a new mail brings it back.
helpdesk-done-already = This conversation is done already.
helpdesk-reopened = This conversation is open again.
helpdesk-open-already = This conversation is open already.
helpdesk-snoozed = Laid aside until { $until }, or until a mail comes.
helpdesk-snooze-how = Until when? For example: !mail snooze 4h, !mail snooze tomorrow 9:00, !mail snooze mon, !mail snooze 2026-12-01. At most a year.
# As people write them after !mail snooze, beside the names of the days of the week (calendar-weekday-…).
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
# Of one conversation: whose turn it is since a date.
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
# Below the overview, where nobody is invited to all rooms.
helpdesk-overview-enter = 👀 on its line in the inbox, or !mail claim with its link, takes a conversation and invites you to its room.

# Reminders

helpdesk-remind-you = this conversation has been waiting for an answer for { $span }.
helpdesk-remind-team = These conversations wait for an answer, and nobody has them (the reaction 👀 in the room takes one):

## The team of an account changes
## Read in the moderators' room, and by whoever is taken out of a room.

# names: people who are no longer of the team; count: how many they are.
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
# Of one person who is no longer of the team, at the end.
team-left = { $name } is no longer of the team: { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    } left, { $claims ->
        [one] one conversation
       *[other] { $claims } conversations
    } given back.
# Of one person who is new in the team, or back: levels are the rooms in which they are a moderator now.
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
# What somebody reads who is taken out of a room; $account is the name of the account.
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

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

# Over what would leave: to whom, subject, files and words follow. $name wrote it.
together-draft = A draft by { $name }. It is mailed when somebody else who may send mail reacts to this message with ✅; ❌ takes it back.
together-draft-changed = This draft was changed: an earlier ✅ does not count any more.
together-draft-by = Its words are those of { $name } now.
together-who-can = The ✅ can come from { $people }.
together-nobody-can = Nobody else of the team may send mail: ask the administrators of Mailroom.
together-files = Attached: { $files }
together-more = { $count } more characters are not shown here; they stand in the messages above.
# Somebody reacted with ✅. $time is a time with its zone.
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
# The answer to !mail send at. $time is a time with its zone.
together-at = This is mailed at { $time }, to { $people }. Until then you can edit or delete it, ❌ on it stops it, and !mail send now mails it at once.
together-at-yes = It waits for the ✅ of somebody else besides: without it nothing leaves at that time.
together-now = It is mailed in { $seconds } seconds.
together-now-yes = It is mailed when somebody else reacts to my message about it with ✅.
together-at-how = When? For example: !mail send at 8:00, !mail send at tomorrow 9:00, !mail send at mon, !mail send at 2026-12-01. At most a year ahead.
together-nothing-held = Nothing of yours waits here to be mailed. Write the message, and then !mail send at 8:00 while it can still be taken back; or write it as a reply to a message that waits.
# Answers to !mail answer. $names are as in the config.
together-answers = Prepared answers: { $names }. !mail answer and the name mails one.
together-answers-none = There are no prepared answers for this account: whoever runs Mailroom can write some.
together-answer-unknown = There is no prepared answer “{ $name }”.
together-answer-shown = { $name }, with the prepared answer “{ $answer }”:
# To whoever wrote a mail that waits for a time or a ✅.
together-came = A new mail from { $from } came before this was mailed. It still waits; ❌ on it stops it.

## What somebody may not do
## Said to them alone, with who can help.

# What somebody may not do; permissions-takes follows.
permissions-may-not-read = You may not use Mailroom here.
permissions-may-not-draft = You may not write drafts here.
permissions-may-not-answer = You may not answer by mail here: what you write stays in this room.
permissions-may-not-compose = You may not begin conversations here.
permissions-may-not-outside = You may not write to people who do not take part in this conversation.
permissions-may-not-invite = You may not invite people here who take part by mail.
permissions-may-not-source = You may not see that here.
permissions-may-not-release = You may not decide that here.
permissions-may-not-manage = You may not manage accounts.
# $level as in the config.
permissions-takes = It takes the permission “{ $level }”.
# $people may do it here.
permissions-ask-team = Ask { $people } to do it;
# $people are administrators by name.
permissions-ask-admins = { $people } can give you that permission.
permissions-ask-any-admin = the administrators of Mailroom can give you that permission.
# A quota of mails a day is used up; the mail waits.
permissions-quota-reached = You have written { $mails } mails within 24 hours, as many as one person may.
permissions-quota-waits = This one is not lost: it waits and goes out at { $time }. Until then you can take it back with ❌.

## Accounts, queues and quarantine
## Answers to !mail accounts, queue and quarantine, and notices for administrators and moderators.

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
# Completes $reason of operations-because.
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
# $known are the keys that could have been meant.
operations-which-account = Which account? { $known }

# In the answer to !mail queue.

operations-nothing-waits = nothing waits
operations-held = { $count } can still be changed
operations-leaving = { $count } about to leave
operations-deferred = { $count } not taken by a mail server yet, tried again by themselves
operations-failed = { $count } could not be delivered
operations-jobs = { $queue }: { $waiting } waiting, the oldest for { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantine
# Completes $queue of the two above, and of operations-stopped-job.
operations-queue-mail-in = mails that came in
operations-queue-matrix-send = messages to show in rooms
operations-queue-event-in = messages and reactions from rooms
operations-queue-mail-out = mails to send
operations-queue-mail-sent = copies for the Sent folder
operations-queue-notice-out = mails that tell senders of a refusal
operations-queue-guest-mail = mails that guests get of what was said
operations-queue-desk = order, names and overview of the rooms
operations-queue-member-act = people to invite into rooms or to take out

# In the answer to !mail quarantine.

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

# The direct chat

operations-not-alone = There are others in this chat, so I say nothing about accounts here. Please begin a chat with me alone.
operations-encrypted = This chat is encrypted, and I cannot read that. Please begin one without encryption.

# The moderators' room

# mailbox: a folder on the mail server; sender, subject: of a stranger's mail.
operations-withheld = ⚠ The mail server lists a mail in the folder { $mailbox } but does not hand it over: from { $sender }, “{ $subject }”. Mailroom tries again by itself and shows it as soon as it gets it. Until then, look at it in a mail program. { $show } tells more.
operations-sender-unknown = somebody whom it does not name
operations-withheld-mail = a mail in the folder { $mailbox } that the mail server does not hand over
operations-from = From: { $sender }
operations-subject = Subject: { $subject }
operations-trouble = ⚠ Mailroom has not reached the mailbox since { $time }, so no new mail arrives here. Nothing is lost: it waits in the mailbox, and comes as soon as the mail server answers. Mailroom tries again by itself.
operations-stopped = ⚠ Mailroom has not looked after this mailbox since { $time }, so no new mail arrives here. Nothing is lost: it waits in the mailbox. Please tell whoever runs Mailroom.
# folders: the names of mailboxes (folders) on the mail server.
operations-unread = ⚠ Mailroom has not been able to read { $folders } since { $time }: the mail server says that there is no such folder, or that it may not be opened. Mail in it is not lost, but nobody sees it here. An administrator has to check the name in the config (imap.mailboxes) and what the login may read.
operations-unannounced = ⚠ The mail server has not told of new mail in { $folders } since { $time }: it is found only when Mailroom looks by itself, so it comes late. Nothing is lost. Whoever runs Mailroom can ask the mail server’s operators about IMAP IDLE, or lower times.poll in the config.
operations-well = All has been well with the mailbox again since { $time }: new mail comes as usual, and what waited comes now.
# In the lobby of an account: the homeserver refuses to make rooms for it, and makes them again. $time: since when it did not.
operations-no-rooms = ⚠ The Matrix server has made no new rooms for Mailroom since { $time }, so new conversations do not appear. Nothing is lost: their mails wait, and appear as soon as it makes rooms again. Please tell whoever runs Mailroom: “mailroom check” says why.
operations-rooms-again = The Matrix server makes rooms again: the conversations that have waited since { $time } appear now.
operations-full-database = ⚠ No mail is fetched: the database is as large as it may be. Nothing is lost, the mail stays in the mailbox; it is fetched when there is room. Please tell whoever runs Mailroom.
operations-full-disk = ⚠ No mail is fetched: the disk of the database is nearly full. Nothing is lost, the mail stays in the mailbox; it is fetched when there is room. Please tell whoever runs Mailroom.
operations-room-again = There is room again: mail is fetched as usual, and what waited comes now.

# The answer to !mail reload. process: the name of a machine with the number of a process; account, accounts: keys of the config; fields: paths in the config; people: Matrix users.

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

## The answers to commands
## Read by whoever wrote a command (!mail …), and notices of what became of a mail.

commands-note = a message for this room only; it is never mailed
commands-hold-hint = Until a message is mailed you can edit it, delete it, or stop it with the reaction ❌.
commands-unknown = There is no command “{ $name }”.
commands-did-you-mean = Did you mean { $usage }?
commands-see-help = !mail help lists all commands.
commands-wrong-use = It is used like this: { $usage }

# Who gets the next answer

commands-goes-to = Your next message goes to:
# The same of a message that was just written.
commands-this-goes-to = This goes to:
commands-cc = Cc
commands-nobody = Nobody would get an answer: no mail of this conversation has an address outside. Add somebody with !mail to name@example.org
commands-why-reply = because it answers the message of { $address }
commands-why-latest = because the latest mail came from { $address }; reply to another message to answer that one
commands-why-bcc = only the sender, { $address }, because that mail came to us as a blind copy
commands-why-same = because they got the message that it follows
commands-reply-to-used = The sender asked for answers at another address than their own.

# In the answer to !mail status.

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

# In the answer to !mail retry.

commands-retrying =
    { $count ->
        [one] One mail is tried again.
       *[other] { $count } mails are tried again.
    }
commands-nothing-to-retry = There is nothing to try again.

# Delivery

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
# $usage shows how to ask about one command.
commands-more = { $usage } tells more about one of them.
commands-example = Example: { $text }
commands-place-thread = in the room of a conversation
commands-place-lobby = in the moderators’ room of an account
commands-place-inbox = in the inbox of an account
commands-place-management = in a direct chat with me
# $places are commands-place-… joined by commands-or.
commands-elsewhere = “{ $name }” cannot be used in this room. Use it { $places }.
commands-or = or

## The language of answers
## Answers to !mail language.

language-name-en = English
language-name-de = German
language-name-es = Spanish
language-name-fr = French
language-name-it = Italian
language-name-nl = Dutch
language-name-pl = Polish
language-name-pt = Portuguese
# In the list of languages: one whose file says in its head that it was not reviewed.
language-listed-unreviewed = { $language } ({ $tag }, not reviewed yet)
# Said in such a language, to whom is answered in it.
language-unreviewed = These texts have not been reviewed by a native speaker yet. Corrections are welcome.
language-is = You are answered in { $language }.
language-set = From now on you are answered in { $language }.
language-unknown = I speak { $known }.

## The time zone of answers
## Answers to !mail zone. $zone is a name such as Europe/Berlin, $time what clocks there show now.

zone-is = You are told times in { $zone }. It is { $time } there now.
zone-is-account = You have chosen no time zone, so you are told times in that of the account, { $zone }. It is { $time } there now.
zone-set = From now on you are told times in { $zone }. It is { $time } there now. Is that what your clock says?
zone-as-account = From now on you are told times in the time zone of the account.
zone-unknown = I know no time zone “{ $text }”.
zone-meant = Did you mean { $zones }?
zone-how = Name area and place to choose another: !mail zone Europe/Berlin. !mail zone account goes back to that of the account.

## How long an answer took
## Answers to !mail ping. The arguments are durations with their unit, such as 340 ms or 12 s.

ping-way = This answer took { $whole }: { $before } until your message came here from the Matrix server, { $here } until it was answered.
ping-here = This answer took { $here } from when your message came here. How long it took to come cannot be said: the clock of the Matrix server differs too much from ours.
ping-too-long = How long this answer took cannot be said: your message waited here for more than a day, or the clock was set meanwhile.

## The original of a mail
## Answers to !mail source.

source-reply-to = Write !mail source as a reply to the message whose original you want.
source-unknown = No mail belongs to that message.
source-gone = The original of that mail is not (or no longer) kept here; look for it in the mailbox. Its checksum (SHA-256) was { $hash }.
source-gone-without-hash = The original of that mail is not (or no longer) kept here; look for it in the mailbox.

## Search
## Answers to !mail search. What stands before a colon (from:, has: …), page and examples of dates stay as they are.

search-nothing = Nothing was found.
# Before the list of what was found, and perhaps "(page 1 of 3)".
search-found = Found: { $count }
search-found-more = Found: more than { $count }
search-reading = Older mail is still being read in ({ $percent } % so far): not all of it is found yet.
search-nothing-asked = Say what is to be found: words, or from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06. Words in quotes stand together; -word is not there; lam* is the beginning of a word.
# $word: what was typed, such as "from:".
search-needs-person = “{ $word }” needs a name or an address, such as from:bob or from:bob@example.org
search-needs-words = “{ $word }” needs words, such as subject:lamp
search-needs-date = “{ $word }” needs a year, a month or a day, such as after:2019, after:2019-03 or before:2019-03-14
search-needs-kind = “{ $word }” needs a kind of file, such as has:file, has:pdf, has:image or has:docx
search-needs-place = “{ $word }” needs an account or a folder; yours are: { $known }
search-too-much = That is too much at once: at most { $most } words and conditions.

## What each command does
## In the list of !mail help, after the command and a dash: no capital, no full stop. One key a command: help-NAME.

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

## Work that waited, failed for good, or was tried again and again

# In place of a part of a mail that the Matrix server does not take.
queue-not-shown = ⚠ A part of this mail is missing here: the Matrix server does not take it. “!mail quarantine” in the moderators’ room tells more.
# To somebody whose message cannot be read or failed again and again.
queue-set-aside = ⚠ Something went wrong with this: it is not mailed, and changes no mail. Please write it once more; if that does not help, “!mail quarantine” in the moderators’ room tells more.
# To the author of an answer that waited while nobody served the account.
queue-returned-mail = This was not mailed: Mailroom had not looked after this account since { $since }. It does not go out by itself now: react with ✅ to mail it, with ❌ to discard it.
# To the author of a message whose room the bot was removed from before it was mailed; $words begins it.
queue-unseen-mail = I can no longer read the room in which this was written, so I cannot see whether it was changed or deleted there: “{ $words }”. It does not go out by itself: react with ✅ to mail it as it stands here, with ❌ to discard it.
queue-returned-fixed = This waits for a yes and can no longer be changed: react with ✅ to mail it as it stands, with ❌ to discard it.
queue-returned-released = It is mailed now.
queue-returned-discarded = Discarded: not mailed.
# In a room of an account that no process serves; $account is its name.
queue-not-served = Mailroom does not look after the account { $account } at the moment: what is said here is not mailed, and mail to it is not shown. Nothing is lost: once it is looked after again, you are asked here what becomes of what was said meanwhile. Whoever runs Mailroom knows why.
# Behind the key of an account.
queue-unserved = no process has served it since { $since }
# Over the attempts to hand a mail of ours to the mail server; one line each.
attempt-list = Attempts to hand it to the mail server:
attempt-accepted = { $attempt }. { $time }, { $address }: accepted
attempt-deferred = { $attempt }. { $time }, { $address }: not taken yet
attempt-refused = { $attempt }. { $time }, { $address }: refused
attempt-not-sent = { $attempt }. { $time }, { $address }: not handed over
attempt-unknown = { $attempt }. { $time }, { $address }: may have been sent

## Our own mail server

# In the room, at a message that waits, before and behind the reason.
delivery-waits = Not mailed yet.
delivery-leaves-by-itself = The message is kept and leaves by itself as soon as that is mended.
delivery-waited = This message was not mailed: it has waited too long for our own mail server.
# In !mail status, before the reason.
relay-since = Nothing is mailed since { $time }.
# In the account’s lobby, before the reason and what to do.
relay-news = ⚠ Nothing is mailed since { $time }.
relay-well = Mail leaves again since { $time }. What waited is on its way.
# The reason; words: what the server said.
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
# What to do.
relay-remedy-password = What is written waits (⏳) and leaves by itself then. Please let whoever runs Mailroom correct the password (or oauth2) in its file: it is tried within a minute. “accounts retry { $account }” in the direct chat with me tries at once.
relay-remedy-certificate = What is written waits (⏳) and leaves by itself then. Whoever runs the mail server has to renew its certificate, or whoever runs Mailroom has to name the right server and its authority (smtp.host, smtp.ca_file).
relay-remedy-server = What is written waits (⏳) and leaves by itself as soon as the server answers; it is asked again every few minutes. Should that last, ask who runs the mail server.
# A mail that our own mail server does not take; people: who does not get it.
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

## What providers say
## Why a provider of mailboxes does not let Mailroom in, and what helps: in the account’s lobby, in !mail accounts, on the page for logins.

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

## A mailbox that follows
## Said in rooms about mails that somebody read, archived or deleted in a mail program (mailbox: follow).

mailbox-archived = Somebody archived this mail in a mail program. The conversation is still open here: ✅ closes it.
mailbox-deleted = Somebody deleted this mail in a mail program. It stays here, and the conversation is still open: ✅ closes it.
mailbox-moved = Somebody moved this mail to another folder in a mail program. The conversation is still open here: ✅ closes it.
# In the moderators' room.
mailbox-many =
    { $count ->
        [one] { $count } mail was read, archived or deleted in a mail program at once. Its room is not told.
       *[other] { $count } mails were read, archived or deleted in a mail program at once. Their rooms are not told one by one.
    }

## Guests

# In a room into which somebody called the bot alone.
guests-room-welcome = People who have only e-mail can take part in this room. Nothing of it leaves by mail before somebody is invited.
guests-room-welcome-how = To invite somebody: !mail invite bob@example.org Bob
# In the room, to all, before the mail leaves.
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
# With the first message after an invitation.
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
# The name of whoever reads a room by mail, in the list of its members.
guests-ghost-name = { $name } (by e-mail)
# The one mail that somebody gets who was invited.
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
# A command that has no meaning in a room of guests. $name: the command.
guests-not-here = `!mail { $name }` is for conversations by mail. Who reads this room by mail is a guest: `!mail guests` lists them, `!mail invite ADDRESS` adds one.
# To a guest, once, where the people of a room begin to encrypt. $by: who invited them.
guests-encrypted-subject = What is said there is encrypted now
guests-encrypted-text = The people of the conversation into which { $by } invited you encrypt what they say. Encrypted messages cannot be sent by mail, so you get none of them. What you write still arrives there. Ask { $by } how to go on.
# The page to which the link in a mail to a guest leads.
guests-page-title = No more mails
guests-page-text = Press the button if you want no more mails of the conversations here.
guests-page-button = Stop the mails
guests-page-done = Done. You get no more mails of the conversations here, and nobody can invite you.
guests-page-undo = To undo that, write a mail with the word START alone, as an answer to a mail that you have.

## Reactions

# Beside the message, where somebody's reaction would be taken for a sign of the bot or of the team.
reaction-said = { $name } reacted with { $emoji }.
# In the lobby, before the emoji of a reaction that stands on no message.
reaction-unplaced = A reaction by { $person }. It is to no message that is known here, or not by somebody who takes part in its conversation; it stands in the mailbox.
# To a member, once in a conversation, whose reaction is mailed.
reaction-leaves = A reaction like { $emoji } to a mail of { $person } goes to them by mail, to nobody else. Take it away within { $seconds } seconds, and it does not leave.
# In the mail, for whom its program knows no reactions.
reaction-mailed = { $name } reacted to your message.

## Mail of before
## Read in the lobby of an account, and in answers to !mail accounts. $since is a day such as 2026-09-02, $what an English word or two of an error.

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

## Pages in a browser
## Read in a browser, whatever the page is about.

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

## Own mailboxes
## Answers to !mail login and logout in a direct chat, and the page on which somebody logs in.

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
