// Reads {document, messages: [{name, message}]}: holds the document against AsyncAPI's own schema and each message, in an envelope, against the document's.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const require = createRequire(import.meta.url);
const { document, messages } = JSON.parse(await text(process.stdin));

// AsyncAPI's schema brings the meta-schema along.
const dialect = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
formats(dialect);
const isAsyncApi = dialect.compile(require('@asyncapi/specs/schemas/3.0.0.json'));
const errors = isAsyncApi(document) ? [] : isAsyncApi.errors.slice(0, 20).map(error => `document${error.instancePath} ${error.message}`);

const contents = new Ajv({ strict: false, allErrors: true });
formats(contents);
contents.addSchema({ $id: 'events', components: document.components });
let checked = 0;
for (const { name, message } of messages) {
  const isRight = contents.compile({ $ref: `events#/components/messages/${name}/payload` });
  const urn = document.components.messages[name].payload.properties.messageType.contains.const;
  const envelope = { messageId: '00000000-0000-0000-0000-000000000000', messageType: [urn], message };
  if (!isRight(envelope)) errors.push(...isRight.errors.slice(0, 5).map(error => `${name}${error.instancePath} ${error.message}`));
  checked++;
}

console.log(JSON.stringify({ errors, checked }));
