// The organization of the tests, as the file that `rejoinder org import` reads.

export const password = 'a password for the tests';
export const organizationId = '00D000000000001';
export const deploymentId = '572000000000001';

export const buttons = {
  billing: '573000000000001',
  choice: '573000000000002',
} as const;

export const agents = {
  ann: '005000000000001',
  bob: '005000000000002',
  sam: '005000000000003',
  ada: '005000000000004',
} as const;

export type Username = keyof typeof agents;

interface Options {
  // Chats that ann takes at once.
  annCapacity?: number;
  // Seconds an offered request waits for its agent.
  pushTimeout?: number;
  // Seconds after which a visitor has waited too long; 0 for never.
  criticalWait?: number;
}

export function organizationToml(options: Options = {}): string {
  const { annCapacity = 5, pushTimeout = 30, criticalWait = 0 } = options;
  const agent = (username: Username, name: string, role: string, capacity: number) => `
[[agent]]
id = "${agents[username]}"
username = "${username}"
name = "${name}"
role = "${role}"
skills = ["Support"]
capacity = ${capacity}
password = "${password}"
`;
  return `
[organization]
id = "${organizationId}"
name = "Acme"

[[deployment]]
id = "${deploymentId}"
name = "Shop"
allowed_origins = []
connection_timeout = "150s"

[[skill]]
id = "0C5000000000001"
name = "Support"

[[skill]]
id = "0C5000000000002"
name = "Refunds"
${agent('ann', 'Ann', 'agent', annCapacity)}
${agent('bob', 'Bob', 'agent', 5)}
${agent('sam', 'Sam', 'supervisor', 5)}
${agent('ada', 'Ada', 'admin', 5)}
[[button]]
id = "${buttons.billing}"
name = "Billing"
skills = ["Support"]
routing_type = "LeastActive"
has_queue = true
push_timeout = "${pushTimeout}s"
language = "en_US"

[[button]]
id = "${buttons.choice}"
name = "Sales"
skills = ["Support"]
routing_type = "Choice"
has_queue = true
language = "en_US"

[[agent_config]]
id = "571000000000001"
name = "All"
agents = ["ann", "bob"]
capacity = ${annCapacity}
critical_wait_time = "${criticalWait}s"

[[quick_text]]
id = "574000000000001"
name = "Greeting"
message = "Good day, {visitor.name}! How can I help with {topic}?"
folder = "Begin"

[[quick_text]]
id = "574000000000002"
name = "Refund policy"
message = "You get your money back within 30 days."
folder = "Money"
`;
}
