// What a page needs to offer chats, by the classic Deployment API or by plain requests.

export interface SnippetOf {
  // Where this server is reached.
  origin: string;
  organization: string;
  deployment: string;
  // None for the deployment alone.
  button?: { id: string; name: string; type: string; onlineImage: string; offlineImage: string };
}

// The version of the Deployment API that pages load.
const version = '67.0';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

// An address of the server, when it is one of its own pages.
function absolute(origin: string, link: string): string {
  return link.startsWith('/') ? origin + link : link;
}

export function pageSnippet(of: SnippetOf): string {
  const { origin, organization, deployment, button } = of;
  const lines = [`<script src="${origin}/content/g/js/${version}/deployment.js"></script>`];
  if (button && button.type !== 'Invite') lines.unshift(...elements(of, button));
  lines.push('<script>');
  if (button) {
    lines.push('  window._laq = window._laq || [];', '  window._laq.push(function () {');
    lines.push(...(button.type === 'Invite' ? inviteCalls(button.id) : standardCalls(button.id)));
    lines.push('  });');
  }
  lines.push(`  liveagent.init('${origin}/chat', '${deployment}', '${organization}');`);
  lines.push('</script>');
  return lines.join('\n');
}

function elements(of: SnippetOf, button: NonNullable<SnippetOf['button']>): string[] {
  const name = escaped(button.name);
  const look = (link: string, text: string) =>
    link ? `<img src="${escaped(absolute(of.origin, link))}" alt="${text}">` : text;
  return [
    `<a id="liveagent_button_online_${button.id}" href="#" style="display: none"`,
    `   onclick="liveagent.startChat('${button.id}'); return false">${look(button.onlineImage, name)}</a>`,
    `<span id="liveagent_button_offline_${button.id}" style="display: none">${look(button.offlineImage, `${name} (offline)`)}</span>`,
  ];
}

function standardCalls(id: string): string[] {
  const element = (state: string) => `document.getElementById('liveagent_button_${state}_${id}')`;
  return [
    `    liveagent.showWhenOnline('${id}', ${element('online')});`,
    `    liveagent.showWhenOffline('${id}', ${element('offline')});`,
    `    liveagent.addButtonEventHandler('${id}', function (event) {`,
    '      if (event === liveagent.BUTTON_EVENT.BUTTON_AVAILABLE) console.log("agents are online");',
    '      if (event === liveagent.BUTTON_EVENT.BUTTON_UNAVAILABLE) console.log("nobody is online");',
    '    });',
  ];
}

function inviteCalls(id: string): string[] {
  return [
    `    liveagent.addButtonEventHandler('${id}', function (event) {`,
    '      if (event === liveagent.BUTTON_EVENT.BUTTON_AVAILABLE) console.log("invited");',
    '      if (event === liveagent.BUTTON_EVENT.BUTTON_ACCEPTED) console.log("accepted");',
    '      if (event === liveagent.BUTTON_EVENT.BUTTON_REJECTED) console.log("rejected");',
    '    });',
  ];
}

// Asks by plain HTTP whether a button has agents online; any client can do the same.
export function restSnippet({ origin, organization, deployment, button }: SnippetOf): string {
  if (!button) {
    return `curl -sS '${origin}/chat/rest/System/SessionId' \\\n  -H 'X-LIVEAGENT-API-VERSION: 67' \\\n  -H 'X-LIVEAGENT-AFFINITY: null'`;
  }
  const query = `org_id=${organization}&deployment_id=${deployment}&Availability.ids=${button.id}`;
  return `curl -sS '${origin}/chat/rest/Visitor/Availability?${query}' \\\n  -H 'X-LIVEAGENT-API-VERSION: 67'`;
}
