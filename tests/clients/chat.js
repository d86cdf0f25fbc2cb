'use strict';
// A whole chat with rx-sfliveagent-client. Prints one JSON line for each event; exits with 0 when
// the chat went as it should.
//
//     node chat.js '{"host": …, "organizationId": …, "deploymentId": …, "buttonId": …}' agent|client
//
// The second argument says who ends the chat.

const {startSession} = require('rx-sfliveagent-client');

const config = {version: '43', ...JSON.parse(process.argv[2])};
const endedBy = process.argv[3];
const visitor = {
  language: 'en',
  userAgent: 'Test',
  visitorName: 'Zoe',
  prechatDetails: [],
  prechatEntities: [],
  receiveQueueUpdates: true,
  screenResolution: '1900x1200',
  isPost: true,
};

const print = (event) => console.log(JSON.stringify(event));

function fail(why) {
  print({type: 'Failure', message: String(why)});
  process.exit(1);
}

const session = startSession(config, visitor);

session.all$.subscribe({
  next: (event) => {
    if (event && event.type) print(event);
  },
  error: fail,
  complete: () => process.exit(0),
});

session.error$.subscribe((error) => fail(error.message));

session.chatEstablished$.subscribe(async () => {
  await session.api.availability();
  await session.api.chasitorTyping();
  await session.api.chasitorSneakPeek({position: 0, text: 'Is any'});
  await session.api.chasitorNotTyping();
  await session.api.chatMessage({text: 'Is anybody there?'});
});

session.chatMessage$.subscribe(async ({message}) => {
  if (message.text !== 'echo: Is anybody there?') return;
  await session.api.customEvent({type: 'Page', data: 'cart'});
  if (endedBy === 'agent') {
    await session.api.chatMessage({text: 'Good bye, then'});
  } else {
    await session.api.chatEnd();
  }
});
