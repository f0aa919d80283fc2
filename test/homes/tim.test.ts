import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start({ homeserver: 'tim' });
conversationTests('Synapse with the rules of TI-Messenger', world, await world.client());
