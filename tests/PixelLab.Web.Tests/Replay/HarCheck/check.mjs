// Reads an HTTP archive from standard input and holds it to the schema of HAR 1.2.
import { har } from 'har-validator';
import { text } from 'node:stream/consumers';

try {
  await har(JSON.parse(await text(process.stdin)));
  console.log('valid');
} catch (fault) {
  console.log(JSON.stringify(fault.errors ?? fault.message));
}
