### Todo lo que Mailroom dice a las personas, en español. Qué se dice, dónde y a quién está en en.ftl.
### Not reviewed by a native speaker yet.

## Marks and remarks in a mail that came

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

## Mails within a mail

nested-mail = Correo adjunto
nested-from = De
nested-date = Fecha
nested-subject = Asunto
nested-more-in-file = … el resto está en { $name }

## Mails that could not be read

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

## Invitations and contacts

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

## Reports about mails of ours

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

## What the bot says in a room by itself

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

## The rooms of an account

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

## Which conversation a mail belongs to

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

## Who a mail is from

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

## Who may take part by mail

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

## Who gets the mails of a conversation

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

## New conversations

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

## In mails that leave

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

## En lo que reciben los invitados
## Correos a personas que participan en una sala solo por correo.

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

## How far mails of ours came

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

## Machines that answer each other, and too much mail

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

## The work of a team on its conversations

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

## The team of an account changes

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

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

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

## What somebody may not do

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

## Accounts, queues and quarantine

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

## The answers to commands

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

## The language of answers

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

## The time zone of answers

zone-is = Le digo las horas en { $zone }. Allí son ahora las { $time }.
zone-is-account = No ha elegido ninguna zona horaria, así que le digo las horas en la de la cuenta, { $zone }. Allí son ahora las { $time }.
zone-set = Desde ahora le digo las horas en { $zone }. Allí son ahora las { $time }. ¿Es lo que marca su reloj?
zone-as-account = Desde ahora le digo las horas en la zona horaria de la cuenta.
zone-unknown = No conozco ninguna zona horaria «{ $text }».
zone-meant = ¿Quería decir { $zones }?
zone-how = Para elegir otra, escriba región y lugar: !mail zone Europe/Berlin. !mail zone account vuelve a la de la cuenta.

## How long an answer took

ping-way = Esta respuesta tardó { $whole }: { $before } hasta que su mensaje llegó aquí desde el servidor de Matrix, { $here } hasta la respuesta.
ping-here = Esta respuesta tardó { $here } desde que su mensaje llegó aquí. No se puede decir cuánto tardó en llegar: el reloj del servidor de Matrix difiere demasiado del nuestro.
ping-too-long = No se puede decir cuánto tardó esta respuesta: su mensaje esperó aquí más de un día, o el reloj se cambió mientras tanto.

## The original of a mail

source-reply-to = Escriba !mail source como respuesta al mensaje cuyo original quiere.
source-unknown = A ese mensaje no le corresponde ningún correo.
source-gone = El original de ese correo no se guarda (o ya no se guarda) aquí; búsquelo en el buzón. Su suma de comprobación (SHA-256) era { $hash }.
source-gone-without-hash = El original de ese correo no se guarda (o ya no se guarda) aquí; búsquelo en el buzón.

## Search

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

## What each command does

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

## Work that waited, failed for good, or was tried again and again

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

## Our own mail server

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

## What providers say

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

## A mailbox that follows

mailbox-archived = Alguien archivó este correo en un programa de correo. La conversación sigue abierta aquí: ✅ la cierra.
mailbox-deleted = Alguien eliminó este correo en un programa de correo. Aquí se queda, y la conversación sigue abierta: ✅ la cierra.
mailbox-moved = Alguien movió este correo a otra carpeta en un programa de correo. La conversación sigue abierta aquí: ✅ la cierra.
mailbox-many =
    { $count ->
        [one] { $count } correo se leyó, archivó o eliminó de una vez en un programa de correo. En su sala no se dice nada.
       *[other] { $count } correos se leyeron, archivaron o eliminaron de una vez en un programa de correo. En sus salas no se dice nada.
    }

## Invitados

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
guests-not-here = `!mail { $name }` es para conversaciones por correo. Quien lee esta sala por correo está aquí como invitado: `!mail guests` los muestra, `!mail invite DIRECCIÓN` invita a alguien.
guests-encrypted-subject = Lo que se dice allí ahora está cifrado
guests-encrypted-text = En la conversación a la que { $by } le invitó, los mensajes ahora van cifrados. No se pueden enviar por correo, así que no recibe ninguno. Lo que usted escribe sigue llegando allí. Pregunte a { $by } cómo seguir.
guests-page-title = No más correos
guests-page-text = Pulse el botón si no quiere más correos de las conversaciones de aquí.
guests-page-button = Detener los correos
guests-page-done = Hecho. Ya no recibe correos de las conversaciones de aquí, y nadie puede invitarle.
guests-page-undo = Para deshacerlo, responda a un correo que tenga solo con la palabra START.

## Reactions

reaction-said = { $name } ha reaccionado con { $emoji }.
reaction-unplaced = Una reacción de { $person }. No se refiere a ningún mensaje conocido aquí, o no es de alguien que participe en su conversación; está en el buzón.
reaction-leaves = Una reacción como { $emoji } a un correo de { $person } le llega por correo, y a nadie más. Quítela en { $seconds } segundos y no saldrá.
reaction-mailed = { $name } ha reaccionado a su mensaje.

## Mail of before

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

## Páginas en un navegador

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

## Buzones propios

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
