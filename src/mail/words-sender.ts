/** The words about who a mail is from: marks, claims, what is held. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export interface SenderWords {
  /** In the name of a marked ghost. */
  readonly notVerified: string;
  readonly failed: string;
  readonly notTheirName: string;
  /** Before a mail that the bot quotes. */
  readonly claims: (claim: string) => string;
  // held
  readonly held: (claim: string) => string;
  readonly heldReason: Readonly<Record<'internal-claimed' | 'dmarc-policy', string>>;
  readonly heldSubject: (subject: string) => string;
  readonly heldHow: string;
  readonly accepted: string;
  readonly refused: string;
  readonly heldReplyTo: string;
  readonly notHeld: string;
  // why
  readonly whyReplyTo: string;
  readonly whyUnknown: string;
  readonly whyThread: (reason: string) => string;
  readonly whySender: (verdict: string, reason: string) => string;
  readonly whyOurs: string;
  readonly whyMarked: (marks: string) => string;
  readonly whyBy: (said: string, by: string) => string;
}

const en: SenderWords = {
  notVerified: 'not verified',
  failed: 'failed the check',
  notTheirName: 'suspicious name',
  claims: (claim) => `⚠ A mail that claims to be from ${claim}; the check failed:`,
  held: (claim) => `⚠ A mail is held back. It claims to be from ${claim}.`,
  heldReason: {
    'internal-claimed': 'That is an address of your own people, and nobody has shown that it comes from them.',
    'dmarc-policy': 'The check of the sender failed, and their domain asks to reject or quarantine such mail (DMARC).',
  },
  heldSubject: (subject) => `Subject: ${subject}`,
  heldHow:
    'React with ✅ to show it in its conversation (marked), or with ❌ to refuse it; or answer with !mail accept or !mail refuse.',
  accepted: 'Accepted: it is shown in its conversation, marked.',
  refused: 'Refused: it is not shown. It stays in the mailbox.',
  heldReplyTo: 'Write this as a reply to the message about the held mail.',
  notHeld: 'There is no mail held behind that message any more.',
  whyReplyTo: 'Write this as a reply to the message that you ask about.',
  whyUnknown: 'There is no mail behind that message.',
  whyThread: (reason) => `In this conversation because: ${reason}`,
  whySender: (verdict, reason) => `Sender: ${verdict} (${reason})`,
  whyOurs: 'Sender: one of ours, no check is needed',
  whyMarked: (marks) => `Marked because: ${marks}`,
  whyBy: (said, by) => `· ${said} (says ${by})`,
};

const de: SenderWords = {
  notVerified: 'nicht geprüft',
  failed: 'Prüfung nicht bestanden',
  notTheirName: 'verdächtiger Name',
  claims: (claim) => `⚠ Eine Mail, die angeblich von ${claim} kommt; sie hat die Prüfung nicht bestanden:`,
  held: (claim) => `⚠ Eine Mail wird zurückgehalten. Sie kommt angeblich von ${claim}.`,
  heldReason: {
    'internal-claimed': 'Das ist eine Adresse der eigenen Leute, und nichts zeigt, dass die Mail von ihnen kommt.',
    'dmarc-policy':
      'Die Prüfung des Absenders ist gescheitert, und seine Domain bittet, solche Mail abzuweisen oder auszusondern (DMARC).',
  },
  heldSubject: (subject) => `Betreff: ${subject}`,
  heldHow:
    'Die Reaktion ✅ zeigt sie (gekennzeichnet) in ihrem Gespräch, ❌ weist sie ab; ebenso die Antwort !mail accept oder !mail refuse.',
  accepted: 'Angenommen: Sie wird in ihrem Gespräch gezeigt, gekennzeichnet.',
  refused: 'Abgewiesen: Sie wird nicht gezeigt. Im Postfach bleibt sie.',
  heldReplyTo: 'Bitte als Antwort auf die Nachricht über die zurückgehaltene Mail schreiben.',
  notHeld: 'Hinter dieser Nachricht wird keine Mail mehr zurückgehalten.',
  whyReplyTo: 'Bitte als Antwort auf die Nachricht schreiben, um die es geht.',
  whyUnknown: 'Hinter dieser Nachricht steht keine Mail.',
  whyThread: (reason) => `In diesem Gespräch, weil: ${reason}`,
  whySender: (verdict, reason) => `Absender: ${verdict} (${reason})`,
  whyOurs: 'Absender: von uns, keine Prüfung nötig',
  whyMarked: (marks) => `Gekennzeichnet, weil: ${marks}`,
  whyBy: (said, by) => `· ${said} (sagt ${by})`,
};

const fr: SenderWords = {
  notVerified: 'non vérifié',
  failed: 'vérification échouée',
  notTheirName: 'nom suspect',
  claims: (claim) => `⚠ Un courriel qui prétend venir de ${claim} ; la vérification a échoué :`,
  held: (claim) => `⚠ Un courriel est retenu. Il prétend venir de ${claim}.`,
  heldReason: {
    'internal-claimed': 'C’est une adresse de votre équipe, et rien ne montre que le courriel vient d’elle.',
    'dmarc-policy':
      'La vérification de l’expéditeur a échoué, et son domaine demande de rejeter ou d’isoler ces courriels (DMARC).',
  },
  heldSubject: (subject) => `Objet : ${subject}`,
  heldHow:
    'Réagissez avec ✅ pour l’afficher (marqué) dans sa conversation, avec ❌ pour le refuser ; ou répondez !mail accept ou !mail refuse.',
  accepted: 'Accepté : il est affiché dans sa conversation, marqué.',
  refused: 'Refusé : il n’est pas affiché. Il reste dans la boîte.',
  heldReplyTo: 'Écrivez ceci en réponse au message sur le courriel retenu.',
  notHeld: 'Aucun courriel n’est plus retenu derrière ce message.',
  whyReplyTo: 'Écrivez ceci en réponse au message en question.',
  whyUnknown: 'Il n’y a pas de courriel derrière ce message.',
  whyThread: (reason) => `Dans cette conversation parce que : ${reason}`,
  whySender: (verdict, reason) => `Expéditeur : ${verdict} (${reason})`,
  whyOurs: 'Expéditeur : l’un des nôtres, aucune vérification nécessaire',
  whyMarked: (marks) => `Marqué parce que : ${marks}`,
  whyBy: (said, by) => `· ${said} (dit ${by})`,
};

/** The part of the catalogue about senders. */
export const senderWords: Readonly<Record<Language, SenderWords>> = { en, de, fr };
