// Takes messages on a free loopback port. Prints "listening PORT", then a line for each message: sender, recipients, and the
// message in base64. With a name and a password as arguments it wants them from whoever sends.
import { SMTPServer } from 'smtp-server';

const [user, password] = process.argv.slice(2);
const server = new SMTPServer({
  disabledCommands: user ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
  authOptional: !user,
  allowInsecureAuth: true,
  onAuth: (given, session, done) =>
    given.username === user && given.password === password ? done(null, { user }) : done(new Error('Not known here')),
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(',');
      console.log(`message ${session.envelope.mailFrom.address} ${to} ${Buffer.concat(chunks).toString('base64')}`);
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.server.address().port}`));
