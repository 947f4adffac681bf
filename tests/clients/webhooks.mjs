// Verifies requests by the library of Standard Webhooks: one {"secret","body","headers"} a line on standard input, "ok" or "refused" a line on standard output.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, body, headers } = JSON.parse(line);
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  try {
    new Webhook(secret).verify(body, lower);
    console.log('ok');
  } catch (error) {
    if (error.name !== 'WebhookVerificationError' && !/signature/i.test(error.message)) throw error;
    console.log('refused');
  }
}
