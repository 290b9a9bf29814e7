/**
 * Version of everything that turns cells into figures. It is raised when a figure of an unchanged release
 * could come out differently, and it is part of every release's hash and every reply's ETag.
 */
export const ENGINE_VERSION = '3';
