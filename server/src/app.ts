import { fileURLToPath } from 'node:url';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Config } from './config.ts';
import { clientPlugin } from './plugins/client.plugin.ts';
import { openapiPlugin } from './plugins/openapi.plugin.ts';
import { answerProblem, answerUnreadable, problemsPlugin } from './plugins/problems.plugin.ts';
import { ReplyCache } from './plugins/reply-cache.ts';
import type { ReleaseStore } from './releases/store.ts';
import { areaRoutes } from './routes/areas.routes.ts';
import { catalogueRoutes } from './routes/catalogue.routes.ts';
import type { ApiContext } from './routes/context.ts';
import { figureRoutes } from './routes/figures.routes.ts';
import { healthRoutes } from './routes/health.routes.ts';
import { methodRoutes } from './routes/methods.routes.ts';
import { problemsPageRoute } from './routes/problems-page.ts';
import { releaseRoutes } from './routes/releases.routes.ts';

export interface AppOptions {
  config: Pick<Config, 'FORCE'>;
  store: ReleaseStore;
  /** The built dashboard; `client/dist` unless told. */
  clientDir?: string;
  /** Holds every reply against the contract before it leaves. */
  checkReplies?: boolean;
  /** Bytes of prepared replies to keep. */
  cacheBytes?: number;
  logger?: FastifyBaseLogger;
}

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** The HTTP server over a release store. It reads releases and writes nothing. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, store, clientDir = builtClient, checkReplies = false, cacheBytes, logger } = options;
  const app = fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerProblem,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  });
  // Schemas describe; the read models refuse, naming what would be accepted.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  const context: ApiContext = { store, force: config.FORCE, checkReplies, cache: new ReplyCache(cacheBytes) };
  store.onChange(() => context.cache.forgetAddresses());
  await app.register(openapiPlugin);
  await app.register(problemsPlugin);
  await app.register(async (api) => registerApi(api, context), { prefix: '/api/v1' });
  healthRoutes(app, context, false);
  problemsPageRoute(app);
  await app.register(clientPlugin, { folder: clientDir });
  return app;
}

function registerApi(app: FastifyInstance, context: ApiContext): void {
  catalogueRoutes(app, context);
  releaseRoutes(app, context);
  figureRoutes(app, context);
  areaRoutes(app, context);
  methodRoutes(app, context);
  healthRoutes(app, context, true);
}
