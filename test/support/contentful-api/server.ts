/**
 * A stand-in for Contentful's Management API on the loopback device, with what an import of types, entries, assets,
 * locales and tags asks for: versions, publishing, uploads, and the refusals that content can earn.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ContentType, Entity, Entry, Locale, Space, Sys } from './entities.ts';
import { createSpace, createSys, linkTo, Refusal } from './entities.ts';
import { checkContentType, checkDraft, checkId, checkLocales, checkPublication } from './validate.ts';

export interface ContentfulApi {
  /** Host and port, as `contentful-import` takes it. */
  readonly host: string;
  readonly space: Space;
  /** Refusals that were sent, as `METHOD path: message`. */
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

interface Call {
  readonly space: Space;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly headers: IncomingMessage['headers'];
}

type Route = readonly [method: string, path: RegExp, reply: (call: Call) => unknown];

const SPACE = '/spaces/[^/]+';
const ENVIRONMENT = `${SPACE}/environments/[^/]+`;

const route = (method: string, path: string, reply: Route[2]): Route => [method, new RegExp(`^${path}$`), reply];

const ROUTES: readonly Route[] = [
  route('GET', SPACE, () => ({ sys: createSys('space', 'Space'), name: 'space' })),
  route('GET', ENVIRONMENT, () => ({ sys: createSys('master', 'Environment'), name: 'master' })),
  route('POST', `${SPACE}/uploads`, ({ space, body }) => upload(space, body)),
  route('POST', `${SPACE}/environments/[^/]+/uploads`, ({ space, body }) => upload(space, body)),
  route('GET', `${SPACE}/webhook_definitions`, () => list([])),
  route('GET', `${ENVIRONMENT}/locales`, ({ space }) => list([...space.locales.values()])),
  route('POST', `${ENVIRONMENT}/locales`, createLocale),
  route('PUT', `${ENVIRONMENT}/locales/([^/]+)`, (call) => save(call.space.locales, 'Locale', call)),
  route('GET', `${ENVIRONMENT}/tags`, (call) => select(call.space.tags, call)),
  route('PUT', `${ENVIRONMENT}/tags/([^/]+)`, (call) => save(call.space.tags, 'Tag', call)),
  route('GET', `${ENVIRONMENT}/content_types`, (call) => select(call.space.contentTypes, call)),
  route('PUT', `${ENVIRONMENT}/content_types/([^/]+)`, (call) =>
    save(call.space.contentTypes, 'ContentType', call, checkContentType),
  ),
  route('PUT', `${ENVIRONMENT}/content_types/([^/]+)/published`, (call) => publish(call.space.contentTypes, call)),
  route('GET', `${ENVIRONMENT}/content_types/([^/]+)/editor_interface`, getEditorInterface),
  route('PUT', `${ENVIRONMENT}/content_types/([^/]+)/editor_interface`, saveEditorInterface),
  route('GET', `${ENVIRONMENT}/entries`, (call) => select(call.space.entries, call)),
  route('GET', `${ENVIRONMENT}/entries/([^/]+)`, (call) => find(call.space.entries, call)),
  route('PUT', `${ENVIRONMENT}/entries/([^/]+)`, saveEntry),
  route('PUT', `${ENVIRONMENT}/entries/([^/]+)/published`, publishEntry),
  route('GET', `${ENVIRONMENT}/assets`, (call) => select(call.space.assets, call)),
  route('GET', `${ENVIRONMENT}/assets/([^/]+)`, (call) => find(call.space.assets, call)),
  route('PUT', `${ENVIRONMENT}/assets/([^/]+)`, (call) => save(call.space.assets, 'Asset', call, checkAsset)),
  route('PUT', `${ENVIRONMENT}/assets/([^/]+)/files/([^/]+)/process`, processAsset),
  route('PUT', `${ENVIRONMENT}/assets/([^/]+)/published`, publishAsset),
];

/** Starts the API with an empty space, on a free port of this machine. */
export async function startContentfulApi(defaultLocale: string): Promise<ContentfulApi> {
  const space = createSpace(defaultLocale);
  const refusals: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, space, refusals);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { host: `127.0.0.1:${port}`, space, refusals, close };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  space: Space,
  refusals: string[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [status, body] = run(() => {
    const match = ROUTES.find(([verb, path]) => verb === method && path.test(url.pathname));
    if (!match) throw new Refusal(404, 'NotFound', 'The resource could not be found.');
    const parts = (match[1].exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
    return match[2]({ space, parts, query: url.searchParams, body: Buffer.concat(chunks), headers });
  });
  // A first GET of what is not there yet is how the importer asks; only refused content counts.
  if (status >= 400 && method !== 'GET') refusals.push(`${method} ${url.pathname}: ${JSON.stringify(body)}`);
  response.writeHead(status, { 'content-type': 'application/vnd.contentful.management.v1+json' });
  response.end(JSON.stringify(body));
}

function run(work: () => unknown): [status: number, body: unknown] {
  try {
    return [200, work()];
  } catch (error) {
    if (!(error instanceof Refusal))
      return [500, { sys: { type: 'Error', id: 'ServerError' }, message: String(error) }];
    const { status, id, message, details } = error;
    return [status, { sys: { type: 'Error', id }, message, details, requestId: 'request' }];
  }
}

const list = (items: readonly unknown[]): object => ({
  sys: { type: 'Array' },
  total: items.length,
  skip: 0,
  limit: 1000,
  items,
});

/** Answers a list request: the ids asked for, else one page of everything. */
function select(entities: ReadonlyMap<string, Entity>, { query }: Call): object {
  const ids = query.get('sys.id[in]')?.split(',');
  const found = [...entities.values()].filter((entity) => !ids || ids.includes(entity.sys.id));
  const skip = Number(query.get('skip') ?? 0);
  const limit = Number(query.get('limit') ?? 100);
  return { sys: { type: 'Array' }, total: found.length, skip, limit, items: found.slice(skip, skip + limit) };
}

function find<E extends Entity>(entities: ReadonlyMap<string, E>, { parts: [id = ''] }: Call): E {
  const entity = entities.get(id);
  if (!entity) throw new Refusal(404, 'NotFound', 'The resource could not be found.');
  return entity;
}

/** Creates or updates: an update must name the version that it changes. */
function save<E extends Entity>(
  entities: Map<string, E>,
  type: string,
  call: Call,
  check?: (entity: E, space: Space) => void,
): E {
  const [id = ''] = call.parts;
  checkId(id);
  const before = entities.get(id);
  const version = Number(call.headers['x-contentful-version'] ?? 0);
  if (before && version !== before.sys.version)
    throw new Refusal(409, 'VersionMismatch', `Version mismatch error: ${version}`);
  const sys: Sys = before ? { ...before.sys, version: before.sys.version + 1 } : createSys(id, type);
  // What a body must hold is what `check` looks at; the rest is stored as it came.
  const entity = { ...(JSON.parse(call.body.toString()) as object), sys } as E;
  check?.(entity, call.space);
  entities.set(id, entity);
  return entity;
}

function publish<E extends Entity>(entities: Map<string, E>, call: Call): E {
  const entity = find(entities, call);
  if (Number(call.headers['x-contentful-version']) !== entity.sys.version) {
    throw new Refusal(409, 'VersionMismatch', 'Version mismatch error');
  }
  entity.sys.publishedVersion = entity.sys.version;
  entity.sys.version += 1;
  return entity;
}

function createLocale({ space, body }: Call): Locale {
  const given = JSON.parse(body.toString()) as Pick<Locale, 'code' | 'name' | 'fallbackCode'>;
  const { code, fallbackCode } = given;
  const known = [...space.locales.values()].map((locale) => locale.code);
  if (known.includes(code)) throw new Refusal(422, 'ValidationFailed', `The locale ${code} exists`);
  if (fallbackCode && !known.includes(fallbackCode)) throw new Refusal(422, 'ValidationFailed', 'unknown fallback');
  const locale: Locale = { ...given, default: false, sys: createSys(`locale-${code}`, 'Locale') };
  space.locales.set(locale.sys.id, locale);
  return locale;
}

/** How a content type is edited; Contentful has one for each as soon as the type is there. */
function getEditorInterface({ space, parts: [id = ''] }: Call): Entity {
  const sys = { ...createSys('default', 'EditorInterface'), contentType: linkTo('ContentType', id) };
  const stored = space.editorInterfaces.get(id) ?? { sys, controls: [] };
  space.editorInterfaces.set(id, stored);
  return stored;
}

function saveEditorInterface(call: Call): Entity {
  const { sys } = getEditorInterface(call);
  const stored = save(call.space.editorInterfaces, 'EditorInterface', call);
  const fields = call.space.contentTypes.get(call.parts[0] ?? '')?.fields.map(({ id }) => id) ?? [];
  const controls = (stored['controls'] ?? []) as readonly { readonly fieldId: string }[]; // as the API defines them
  const unknown = controls.find(({ fieldId }) => !fields.includes(fieldId));
  if (unknown) throw new Refusal(422, 'ValidationFailed', `there is no field ${unknown.fieldId}`);
  const entity = { ...stored, sys: { ...sys, version: stored.sys.version } };
  call.space.editorInterfaces.set(call.parts[0] ?? '', entity);
  return entity;
}

function upload(space: Space, body: Buffer): object {
  const id = `upload-${space.uploads.size + 1}`;
  space.uploads.set(id, body.length);
  return { sys: createSys(id, 'Upload') };
}

function contentTypeOf(call: Call): ContentType {
  const [id = ''] = call.parts;
  const typeId = call.space.entries.get(id)?.sys.contentType?.sys.id ?? call.headers['x-contentful-content-type'];
  const type = call.space.contentTypes.get(String(typeId));
  if (type?.sys.publishedVersion !== undefined) return type;
  throw new Refusal(400, 'BadRequest', 'The content type you sent could not be found or was not activated.');
}

function saveEntry(call: Call): Entry {
  const type = contentTypeOf(call);
  const entry = save(call.space.entries, 'Entry', call, (draft: Entry) => checkDraft(draft, type, call.space));
  const stored: Entry = { ...entry, sys: { ...entry.sys, contentType: linkTo('ContentType', type.sys.id) } };
  call.space.entries.set(stored.sys.id, stored);
  return stored;
}

function publishEntry(call: Call): Entry {
  checkPublication(find(call.space.entries, call), contentTypeOf(call), call.space);
  return publish(call.space.entries, call);
}

function checkAsset(asset: Entry, space: Space): void {
  for (const [id, values] of Object.entries(asset.fields)) {
    if (!['title', 'description', 'file'].includes(id)) throw new Refusal(422, 'UnknownField', `unknown field ${id}`);
    checkLocales(values, space, ['fields', id]);
  }
}

interface AssetFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly uploadFrom?: { readonly sys: { readonly id: string } };
  readonly upload?: string;
  readonly url?: string;
}

function processAsset(call: Call): object {
  const asset = find(call.space.assets, call);
  const [, locale = ''] = call.parts;
  const files = asset.fields['file'] as Readonly<Record<string, AssetFile>> | undefined;
  const file = files?.[locale];
  const size = call.space.uploads.get(file?.uploadFrom?.sys.id ?? '');
  if (!file || size === undefined) throw new Refusal(422, 'ValidationFailed', 'There is no file to process');
  const { fileName, contentType } = file;
  const url = `//images.example/${asset.sys.id}/${locale}/${fileName}`;
  const processed = { ...files, [locale]: { fileName, contentType, url, details: { size } } };
  call.space.assets.set(asset.sys.id, {
    ...asset,
    sys: { ...asset.sys, version: asset.sys.version + 1 },
    fields: { ...asset.fields, file: processed },
  });
  return {};
}

function publishAsset(call: Call): Entry {
  const files = Object.values(find(call.space.assets, call).fields['file'] ?? {}) as AssetFile[];
  if (files.length === 0) throw new Refusal(422, 'ValidationFailed', 'The asset has no files');
  if (files.some((file) => !file.url))
    throw new Refusal(422, 'ValidationFailed', 'Cannot publish until processing has finished');
  return publish(call.space.assets, call);
}
