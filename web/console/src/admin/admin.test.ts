import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/client';
import { addressOf } from './addresses';
import { curlOf } from './curl';
import { errorsOf } from './form/save';
import { longId } from './ids';
import { kinds } from './kinds';
import { endOf } from './panels/invite-preview';
import { usesOf } from './panels/used-by';
import { contains } from './search';
import { applied, sourceOf } from './sensitive';
import { pageSnippet, restSnippet } from './snippet';
import { secondsText } from './texts';

describe('an id', () => {
  it('has a long form that tells its capitals', () => {
    expect(longId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
    expect(longId('573000000000001')).toBe('573000000000001AAA');
    expect(longId('organization')).toBe('organization');
  });
});

describe('addresses', () => {
  it.each(['1.2.3.4', '::', '::1', '2001:db8::8:800:200c:417a', '::ffff:192.0.2.1'])(
    'are known: %s',
    (text) => expect(addressOf(text)).not.toBeNull(),
  );
  it.each(['', '1.2.3', '1.2.3.256', '01.2.3.4', ':::', '1::2::3', '1:2:3:4:5:6:7', 'g::'])(
    'are not: %s',
    (text) => expect(addressOf(text)).toBeNull(),
  );
  it('are numbers', () => {
    expect(addressOf('0.0.1.0')?.number).toBe(256n);
    expect(addressOf('::1:0')?.number).toBe(65536n);
  });
});

const place = {
  origin: 'https://chat.example',
  organization: '00D000000000001',
  deployment: '572000000000001',
};
const button = {
  id: '573000000000001',
  name: 'Ask <us> & "more"',
  type: 'Standard',
  onlineImage: '',
  offlineImage: '/img/off.png',
};

describe('a snippet', () => {
  it('is that of the Deployment API', () => {
    const text = pageSnippet({ ...place, button });
    expect(text).toContain(
      '<script src="https://chat.example/content/g/js/67.0/deployment.js"></script>',
    );
    expect(text).toContain(
      "liveagent.init('https://chat.example/chat', '572000000000001', '00D000000000001');",
    );
    expect(text).toContain("liveagent.showWhenOnline('573000000000001', document.getElementById(");
    expect(text).toContain("liveagent.addButtonEventHandler('573000000000001', function (event) {");
    expect(text).toContain('Ask &lt;us&gt; &amp; &quot;more&quot;');
    expect(text).toContain('<img src="https://chat.example/img/off.png"');
    expect(text.indexOf('deployment.js')).toBeLessThan(text.indexOf('_laq'));
  });

  it('is a page that a browser reads as meant', () => {
    const page = new DOMParser().parseFromString(pageSnippet({ ...place, button }), 'text/html');
    const online = page.getElementById(`liveagent_button_online_${button.id}`);
    expect(online?.textContent).toBe(button.name);
    expect(page.querySelectorAll('script')).toHaveLength(2);
    const run = page.querySelectorAll('script')[1]?.textContent ?? '';
    const calls: unknown[][] = [];
    const liveagent = new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...given: unknown[]) =>
            calls.push([name, ...given]),
      },
    );
    const global = { _laq: undefined as unknown as (() => void)[] };
    new Function('window', 'liveagent', 'document', run)(global, liveagent, page);
    for (const call of global._laq) call();
    expect(calls.map(([name]) => name)).toEqual([
      'init',
      'showWhenOnline',
      'showWhenOffline',
      'addButtonEventHandler',
    ]);
    expect(calls[1]?.[2]).toBe(online);
  });

  it('for an invitation has no element', () => {
    const text = pageSnippet({ ...place, button: { ...button, type: 'Invite' } });
    expect(text).not.toContain('showWhenOnline');
    expect(text).toContain('BUTTON_ACCEPTED');
  });

  it('by plain requests names button, deployment and organization', () => {
    expect(restSnippet({ ...place, button })).toContain(
      "'https://chat.example/chat/rest/Visitor/Availability?org_id=00D000000000001&deployment_id=572000000000001&Availability.ids=573000000000001'",
    );
    expect(restSnippet(place)).toContain('/chat/rest/System/SessionId');
  });
});

describe('a line for curl', () => {
  it('quotes for a shell', () => {
    const line = curlOf('https://chat.example', {
      method: 'PUT',
      path: '/api/v1/admin/skills/0C5000000000001',
      ifMatch: '"abc"',
      body: { name: "Ann's" },
    });
    expect(line.replaceAll(' \\\n ', '')).toBe(
      `curl -sS -X PUT 'https://chat.example/api/v1/admin/skills/0C5000000000001' ` +
        `-H "Authorization: Bearer $TOKEN" -H 'If-Match: "abc"' ` +
        `-H 'Content-Type: application/json' -d '{"name":"Ann'\\''s"}'`,
    );
  });
});

describe('a sensitive data rule', () => {
  const run = (pattern: string, replacement: string, text: string) => {
    const source = sourceOf(pattern);
    if ('problem' in source) throw new Error(source.problem);
    return applied(source, replacement, text);
  };
  it('is understood with and without slashes', () => {
    expect(run('\\d{4}', '', 'a 1234 b 5678')).toEqual({ text: 'a  b ', matches: 2 });
    expect(run('/SECRET/i', '[$&]', 'my secret')).toEqual({ text: 'my [secret]', matches: 1 });
    expect(run('(\\w)x', '$1-', 'ax bx')).toEqual({ text: 'a- b-', matches: 2 });
    expect(run('\\p{Lu}', '', 'Äb')).toEqual({ text: 'b', matches: 1 });
  });
  it('that is no pattern says why', () => {
    expect(sourceOf('(')).toHaveProperty('problem');
    expect(sourceOf('/a/xx')).toHaveProperty('problem');
  });
});

describe('what the server says of members', () => {
  it('is known by their names', () => {
    const problem = new ApiError(400, '', [
      { pointer: '#/pushTimeout', detail: 'too long' },
      { pointer: '#/skills/0', detail: 'there is no 0C5' },
      { pointer: '#/skills', detail: 'and twice' },
    ]);
    expect(errorsOf(problem)).toEqual({
      pushTimeout: 'too long',
      skills: 'there is no 0C5 and twice',
    });
  });
});

describe('what names an object', () => {
  it('is found by single members and lists', () => {
    const uses = usesOf(kinds.skills, '0C5000000000001', {
      buttons: [
        { id: '573000000000001', skills: ['0C5000000000002', '0C5000000000001'] },
        { id: '573000000000002', skills: [] },
      ],
      agents: [{ id: '005000000000001', skills: ['0C5000000000001'] }],
      'agent-configs': [{ id: '571000000000001', supervisorDefaultSkillFilter: '0C5000000000001' }],
    });
    expect(uses.map((use) => [use.object.id, use.member]).sort()).toEqual([
      ['005000000000001', 'skills'],
      ['571000000000001', 'supervisorDefaultSkillFilter'],
      ['573000000000001', 'skills'],
    ]);
  });
});

describe('a search', () => {
  it('finds words in any order, without accents', () => {
    expect(contains('berlin eur', 'Europe/Berlin')).toBe(true);
    expect(contains('munchen', 'München')).toBe(true);
    expect(contains('', 'x')).toBe(true);
    expect(contains('304', 'No. 130 574000000000004')).toBe(false);
  });
});

describe('texts', () => {
  it('of times are for people', () => {
    expect(secondsText(150)).toBe('2 min 30 sec');
    expect(secondsText(86_400)).toBe('1 day');
    expect(secondsText(0)).toBe('0 sec');
  });
  it('of places are places', () => {
    expect(endOf('BottomRight')).toEqual({ x: 100, y: 100 });
    expect(endOf('Left')).toEqual({ x: 0, y: 50 });
    expect(endOf('')).toEqual({ x: 50, y: 50 });
  });
});
