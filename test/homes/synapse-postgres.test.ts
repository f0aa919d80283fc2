import { conversationTests } from '../support/conversation.ts';
import { World } from '../support/e2e.ts';

const world = await World.start({ homeserverDatabase: 'postgres' });
conversationTests('Synapse on Postgres', world, await world.client());
