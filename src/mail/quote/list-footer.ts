/** Knows what list managers and forums put below the mails that they hand on, by the words of each. */

const FORMS: readonly RegExp[] = [
  // Google Groups, in its languages.
  /^you received this message because you are subscribed to\b/iu,
  /^to unsubscribe from this group and stop receiving emails from it\b/iu,
  /^to (?:view this discussion|post to this group|see this discussion)\b.{0,60}(?:visit|send|https?:)/iu,
  /^for more options,? visit https?:\/\/groups\.google\.com\b/iu,
  /^visit this group at https?:\/\/groups\.google\./iu,
  /^(?:sie erhalten diese nachricht, weil sie in google groups|wenn sie sich von dieser gruppe abmelden|wenn sie sich diese diskussion)/iu,
  /^(?:vous recevez ce message, car vous êtes abonné|pour vous désabonner de ce groupe|pour afficher cette discussion)/iu,
  /^(?:has recibido este mensaje porque estás suscrito|para cancelar la suscripción a este grupo|para ver (?:este|esta) (?:debate|conversación) )/iu,
  /^(?:você recebeu (?:essa|esta) mensagem porque|recebeu esta mensagem porque subscreveu|para cancelar inscrição nesse grupo|para ver essa conversa)/iu,
  /^(?:ricevi questo messaggio perché sei iscritto|hai ricevuto questo messaggio perché sei iscritto|per annullare l['’]iscrizione a questo gruppo|per visualizzare questa discussione)/iu,
  /^(?:je hebt dit bericht ontvangen omdat je|als je je wilt afmelden bij deze groep|als je deze discussie)/iu,
  /^(?:otrzymujesz tę wiadomość, ponieważ subskrybujesz|aby anulować subskrypcję tej grupy|aby wyświetlić tę dyskusję)/iu,
  /^(?:вы получили это сообщение, (?:поскольку|потому что) подписаны|чтобы отменить подписку на эту группу|чтобы (?:посмотреть|просмотреть) обсуждение)/iu,
  /^(?:ви отримали це повідомлення, оскільки підписані|щоб скасувати підписку на цю групу)/iu,
  /^(?:λάβατε αυτό το μήνυμα επειδή έχετε εγγραφεί|για να καταργήσετε την εγγραφή σας σε αυτήν την ομάδα)/iu,
  /^(?:bu iletiyi .{0,80}grubuna abone olduğunuz için aldınız|bu gruba aboneliğinizi iptal etmek)/iu,
  /^(?:du har fått det här meddelandet eftersom du prenumererar|du modtager denne meddelelse, fordi du abonnerer)/iu,
  /^(?:このメールは google グループ|このグループから退会し)/iu,
  /^(?:您收到此(?:邮件|郵件).{0,4}是?因为您订阅了|您收到此(?:郵件|訊息).{0,6}因為您已?訂閱|要退订此群组|如要取消訂閱這個群組)/iu,
  /^(?:google 그룹스 .{0,80}그룹에 가입했으므로|이 그룹에서 탈퇴하고)/iu,
  // Mailman 2 and 3, Sympa, LISTSERV, Majordomo, ezmlm.
  /^\S{1,60} mailing list(?: -- \S{3,120}@\S{3,120})?$/iu,
  /^to unsubscribe,? send (?:an )?e-?mail to \S{1,120}(?:-leave|-unsubscribe|\+unsubscribe|unsubscribe)\b/iu,
  /^to unsubscribe(?: from (?:this list|the .{1,60} list))?[,:] ?(?:e-?mail|mail|send|visit|click|go to|use)?\b.{0,20}(?:\S+@\S+|https?:)/iu,
  /^to unsubscribe from (?:this list|the .{1,60} list)\b/iu,
  /^(?:list-?info|unsubscribe|abmelden|désabonnement|отписаться|archives?|list archives?|manage your subscription|mute this topic|view\/reply online(?: \(#\d{1,9}\))?|group owner|change your subscription)\s?:\s?(?:https?:|mailto:|<|\S+@)\S*/iu,
  /^<?https?:\/\/\S{3,120}\/(?:mailman\d?\/)?(?:listinfo|options)(?:\.cgi)?\/\S{1,120}$/iu,
  // Groups.io.
  /^(?:groups\.io links:.{0,80}|you receive all messages sent to this group\.?)$/iu,
  // Discourse, GitHub, GitLab.
  /^(?:visit (?:topic|message) or )?reply to this email (?:to respond\.?$|directly\b.{0,200}(?:github|gitlab|https?:))/iu,
  /^to unsubscribe from these emails, click here\b/iu,
  /^you(?:['’]re| are) receiving this (?:e-?mail )?because (?:you|of)\b.{0,80}$/iu,
];

/** Whether the line is one that a list manager or a forum added. Looks at lines up to 300 characters. */
export function isListFooter(text: string): boolean {
  return text.length <= 300 && FORMS.some((form) => form.test(text));
}
