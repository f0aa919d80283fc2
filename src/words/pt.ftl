### Tudo o que o Mailroom diz às pessoas, em português (europeu). O que se diz, onde e a quem, está em en.ftl.
### Not reviewed by a native speaker yet.

## Marks and remarks in a mail that came

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

## Mails within a mail

nested-mail = E-mail em anexo
nested-from = De
nested-date = Data
nested-subject = Assunto
nested-more-in-file = … o resto está em { $name }

## Mails that could not be read

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

## Invitations and contacts

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

## Reports about mails of ours

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

## What the bot says in a room by itself

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

## The rooms of an account

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

## Which conversation a mail belongs to

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

## Who a mail is from

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

## Who may take part by mail

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

## Who gets the mails of a conversation

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

## New conversations

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

## In mails that leave

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

## No que os convidados recebem
## E-mails a pessoas que participam numa sala só por e-mail.

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

## How far mails of ours came

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

## Machines that answer each other, and too much mail

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

## The work of a team on its conversations

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

## The team of an account changes

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

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

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

## What somebody may not do

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

## Accounts, queues and quarantine

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

## The answers to commands

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

## The language of answers

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

## The time zone of answers

zone-is = Digo-lhe as horas em { $zone }. Lá são agora { $time }.
zone-is-account = Não escolheu nenhum fuso horário, por isso digo-lhe as horas no da conta, { $zone }. Lá são agora { $time }.
zone-set = A partir de agora digo-lhe as horas em { $zone }. Lá são agora { $time }. É o que marca o seu relógio?
zone-as-account = A partir de agora digo-lhe as horas no fuso horário da conta.
zone-unknown = Não conheço nenhum fuso horário «{ $text }».
zone-meant = Queria dizer { $zones }?
zone-how = Para escolher outro, indique região e lugar: !mail zone Europe/Berlin. !mail zone account volta ao da conta.

## How long an answer took

ping-way = Esta resposta demorou { $whole }: { $before } até a sua mensagem chegar aqui do servidor Matrix, { $here } até à resposta.
ping-here = Esta resposta demorou { $here } desde que a sua mensagem chegou aqui. Não se pode dizer quanto demorou a chegar: o relógio do servidor Matrix difere demasiado do nosso.
ping-too-long = Não se pode dizer quanto demorou esta resposta: a sua mensagem esperou aqui mais de um dia, ou entretanto o relógio foi acertado.

## The original of a mail

source-reply-to = Escreva !mail source como resposta à mensagem cujo original quer.
source-unknown = A essa mensagem não corresponde nenhum e-mail.
source-gone = O original desse e-mail não está (ou já não está) guardado aqui; procure-o na caixa de correio. A sua soma de verificação (SHA-256) era { $hash }.
source-gone-without-hash = O original desse e-mail não está (ou já não está) guardado aqui; procure-o na caixa de correio.

## Search

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

## What each command does

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

## Work that waited, failed for good, or was tried again and again

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

## Our own mail server

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

## What providers say

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

## A mailbox that follows

mailbox-archived = Alguém arquivou este e-mail num programa de correio. A conversa continua aberta aqui: ✅ fecha-a.
mailbox-deleted = Alguém eliminou este e-mail num programa de correio. Aqui fica, e a conversa continua aberta: ✅ fecha-a.
mailbox-moved = Alguém moveu este e-mail para outra pasta num programa de correio. A conversa continua aberta aqui: ✅ fecha-a.
mailbox-many =
    { $count ->
        [one] { $count } e-mail foi lido, arquivado ou eliminado de uma só vez num programa de correio. A sala dele nada diz.
       *[other] { $count } e-mails foram lidos, arquivados ou eliminados de uma só vez num programa de correio. As salas deles nada dizem.
    }

## Convidados

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
guests-not-here = `!mail { $name }` serve para conversas por e-mail. Quem lê esta sala por e-mail é convidado: `!mail guests` mostra-os, `!mail invite ENDEREÇO` convida alguém.
guests-encrypted-subject = O que lá se diz está agora cifrado
guests-encrypted-text = Na conversa para a qual { $by } o convidou, as mensagens estão agora cifradas. Não podem ser enviadas por e-mail, por isso não recebe nenhuma. O que escreve continua a chegar lá. Pergunte a { $by } como continuar.
guests-page-title = Sem mais e-mails
guests-page-text = Prima o botão se não quer mais e-mails das conversas daqui.
guests-page-button = Parar os e-mails
guests-page-done = Feito. Já não recebe e-mails das conversas daqui, e ninguém o pode convidar.
guests-page-undo = Para anular isso, responda a um e-mail que tenha só com a palavra START.

## Reactions

reaction-said = { $name } reagiu com { $emoji }.
reaction-unplaced = Uma reação de { $person }. Não é a nenhuma mensagem conhecida aqui, ou não é de alguém que participe na sua conversa; está na caixa de correio.
reaction-leaves = Uma reação como { $emoji } a um e-mail de { $person } segue por e-mail para essa pessoa, e para mais ninguém. Retire-a dentro de { $seconds } segundos e não sai.
reaction-mailed = { $name } reagiu à sua mensagem.

## Mail of before

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

## Páginas num navegador

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

## Caixas de correio próprias

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
