import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start({ homeserver: 'dendrite' });
conversationTests('Dendrite', world, await world.client());
