/**
 * The address to connect to for the name of a server, asked before each connection; the name stays the one that its
 * certificate has to be for. Rejects where there is none that may be connected to.
 */
export type Reach = (host: string) => Promise<string>;
