import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start();
conversationTests('Synapse', world, await world.client());
