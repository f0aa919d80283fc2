### Tout ce que Mailroom dit aux gens, en français. Ce qui est dit où et à qui se lit dans en.ftl.

## Marks and remarks in a mail that came

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

## Mails within a mail

nested-mail = Courriel joint
nested-from = De
nested-date = Date
nested-subject = Objet
nested-more-in-file = … la suite est dans { $name }

## Mails that could not be read

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

## Invitations and contacts

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

## Reports about mails of ours

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

## What the bot says in a room by itself

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

## The rooms of an account

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

## Which conversation a mail belongs to

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

## Who a mail is from

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

## Who may take part by mail

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

# overflow

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

# Courrier plus ancien que son compte et arrivé en nombre : quelqu’un l’a copié dans la boîte (old_mails).

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

## Who gets the mails of a conversation

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

## New conversations

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

## In mails that leave

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

## Dans ce que reçoivent les invités
## Courriels aux personnes qui participent à un salon par courriel seulement.

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

## How far mails of ours came

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

## Machines that answer each other, and too much mail

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

## The work of a team on its conversations

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

# Un compte a fait plus de salons en un jour que invite_up_to.
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

## The team of an account changes

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

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

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

## What somebody may not do

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

## Accounts, queues and quarantine

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

## The answers to commands

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

## The language of answers

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

## Le fuseau horaire des réponses

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

## The original of a mail

source-reply-to = Écrivez !mail source en réponse au message dont vous voulez l’original.
source-unknown = Aucun courriel ne correspond à ce message.
source-gone = L’original de ce courriel n’est pas (ou plus) conservé ici ; cherchez-le dans la boîte. Sa somme de contrôle (SHA-256) était { $hash }.
source-gone-without-hash = L’original de ce courriel n’est pas (ou plus) conservé ici ; cherchez-le dans la boîte.

## Search

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

## What each command does

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

## Work that waited, failed for good, or was tried again and again

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

## Notre propre serveur de messagerie

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

## What providers say

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

## A mailbox that follows

mailbox-archived = Quelqu’un a archivé ce courriel dans un logiciel de messagerie. La conversation est encore ouverte ici : ✅ la ferme.
mailbox-deleted = Quelqu’un a supprimé ce courriel dans un logiciel de messagerie. Il reste ici, et la conversation est encore ouverte : ✅ la ferme.
mailbox-moved = Quelqu’un a déplacé ce courriel dans un autre dossier dans un logiciel de messagerie. La conversation est encore ouverte ici : ✅ la ferme.
mailbox-many =
    { $count ->
        [one] { $count } courriel a été lu, archivé ou supprimé d’un coup dans un logiciel de messagerie. Son salon n’en dit rien.
       *[other] { $count } courriels ont été lus, archivés ou supprimés d’un coup dans un logiciel de messagerie. Leurs salons n’en disent rien.
    }

## Invités

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
guests-not-here = `!mail { $name }` sert aux conversations par courriel. Qui lit ce salon par courriel y est invité : `!mail guests` en donne la liste, `!mail invite ADRESSE` invite quelqu’un.
guests-encrypted-subject = Ce qui s’y dit est maintenant chiffré
guests-encrypted-text = Dans la conversation où { $by } vous a invité, les messages sont maintenant chiffrés. Ils ne peuvent pas être envoyés par courriel, et vous n’en recevez aucun. Ce que vous écrivez y arrive toujours. Demandez à { $by } comment continuer.
guests-page-title = Plus de courriels
guests-page-text = Appuyez sur le bouton si vous ne voulez plus de courriels des conversations d’ici.
guests-page-button = Arrêter les courriels
guests-page-done = C’est fait. Vous ne recevez plus de courriels des conversations d’ici, et personne ne peut vous inviter.
guests-page-undo = Pour annuler cela, répondez à un courriel que vous avez par le seul mot START.

## Reactions

reaction-said = { $name } a réagi avec { $emoji }.
reaction-unplaced = Une réaction de { $person }. Elle ne porte sur aucun message connu ici, ou ne vient pas de quelqu’un qui participe à sa conversation ; elle se trouve dans la boîte aux lettres.
reaction-leaves = Une réaction comme { $emoji } à un courriel de { $person } lui est envoyée par courriel, et à personne d’autre. Retirez-la dans les { $seconds } secondes, et elle ne part pas.
reaction-mailed = { $name } a réagi à votre message.

## Mail of before

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

## Pages dans un navigateur

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

## Boîtes aux lettres personnelles

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
