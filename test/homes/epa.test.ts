import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start({ homeserver: 'epa' });
conversationTests('Synapse with the rules of TI-Messenger for insurers', world, await world.client());
