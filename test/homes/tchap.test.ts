import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start({ homeserver: 'tchap' });
conversationTests('Synapse with the rules of Tchap', world, await world.client());
