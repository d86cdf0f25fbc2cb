// Generated from src/app/api/openapi.yaml by `npm run schema`. Do not edit.
export interface paths {
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logs in with a password.
         * @description A wrong organization, username and password are answered alike, and take equally long.
         *     A request whose `Origin` is another site is refused.
         *
         *     Once `agents.login_failures` have failed for an account, right passwords are refused as
         *     well, until a try comes back; so they are once `agents.login_failures_per_address` have
         *     failed from an address. Accounts that are not there are counted, too.
         */
        post: operations["login"];
        /** Logs out. The token is worth nothing from now on. */
        delete: operations["logout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agent, its presence, capacity and skills. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Takes chats, pauses, or stops.
         * @description Presence is a lease: it holds while a stream is open, and for a grace time after the last
         *     stream or request. `Away` keeps the chats at hand and gets no new ones.
         */
        put: operations["setPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A WebSocket that tells what happens.
         * @description The client's first frame is `{"resume": n}` with the `seq` of the last frame it has seen, or
         *     `{"resume": null}`. The server answers with the frame `hello`, whose `data.resumed` tells
         *     whether everything after `n` follows, or with `reset` when `n` is too old or unknown. After
         *     `reset`, and after `hello` without `resumed`, the client re-reads what it shows. Then come
         *     frames of the schema `StreamFrame`, `seq` growing by one with each.
         *
         *     A client that wants to know whether it still reaches the server sends `{"ping": n}` with any
         *     integer, and gets `{"pong": n}`. Anything else it sends later is ignored.
         *
         *     The server closes with 1008 when the token does not hold (any more) or the first frame is
         *     not understood, with 1013 when it is at its limit or the client too far behind, and with
         *     1012 when it restarts: open a new stream and resume.
         *
         *     A request that is no WebSocket handshake is 400. With an `Origin` header it is refused
         *     unless that is this host.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chats offered to, waiting for and held by the agent. */
        get: operations["listChats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        /** All that is known of one chat, with everything that was said and happened. */
        get: operations["getChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a requested chat. The first to accept wins; the others get 409. */
        post: operations["acceptChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a pushed request to somebody else. */
        post: operations["declineChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says something to the visitor. */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the visitor whether the agent writes. Not stored. */
        post: operations["setTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the visitor's page a custom event. */
        post: operations["sendCustomEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a chat. */
        post: operations["endChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a chat and refuses its visitor's address from now on.
         * @description Only in a chat the agent is engaged in. 403 when the agent's configuration does not allow
         *     it, 409 when the visitor's address is not known. The rule is the agent's: supervisors and
         *     admins see it and take it away.
         */
        post: operations["blockVisitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/records": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a record to a chat, in place of another under the same transcript field.
         * @description The page after the chat gets it with the chat's other records. The record need not be one of
         *     this server's.
         */
        post: operations["attachRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization's records, newest first.
         * @description A page may be short, or even empty, while there is more: go on until there is no
         *     `nextCursor`.
         */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 003000000000001 */
                id: string;
            };
            cookie?: never;
        };
        /** One record. */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deployments, the sites chats start from, by id. */
        get: operations["listDeployments"];
        put?: never;
        /** Makes a deployment. An `id` that is free is taken over, else one is given. */
        post: operations["createDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/deployments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One deployment. */
        get: operations["getDeployment"];
        /** Replaces a deployment. */
        put: operations["replaceDeployment"];
        post?: never;
        /** Takes a deployment away. */
        delete: operations["removeDeployment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business hours, by id. */
        get: operations["listBusinessHoursList"];
        put?: never;
        /** Makes business hours. An `id` that is free is taken over, else one is given. */
        post: operations["createBusinessHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/business-hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One business hours. */
        get: operations["getBusinessHours"];
        /** Replaces business hours. */
        put: operations["replaceBusinessHours"];
        post?: never;
        /** Takes business hours away. */
        delete: operations["removeBusinessHours"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The skills, by id. */
        get: operations["listSkills"];
        put?: never;
        /** Makes a skill. An `id` that is free is taken over, else one is given. */
        post: operations["createSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/skills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One skill. */
        get: operations["getSkill"];
        /** Replaces a skill. */
        put: operations["replaceSkill"];
        post?: never;
        /** Takes a skill away. */
        delete: operations["removeSkill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The buttons and invitations, by id. */
        get: operations["listButtons"];
        put?: never;
        /** Makes a button. An `id` that is free is taken over, else one is given. */
        post: operations["createButton"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/buttons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One button. */
        get: operations["getButton"];
        /** Replaces a button. */
        put: operations["replaceButton"];
        post?: never;
        /** Takes a button away. */
        delete: operations["removeButton"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents, by id. */
        get: operations["listAgents"];
        put?: never;
        /** Makes an agent. An `id` that is free is taken over, else one is given. */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One agent. */
        get: operations["getAgent"];
        /** Replaces an agent. */
        put: operations["replaceAgent"];
        post?: never;
        /** Takes an agent away. */
        delete: operations["removeAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agent-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agent configurations, by id. */
        get: operations["listAgentConfigs"];
        put?: never;
        /** Makes an agent configuration. An `id` that is free is taken over, else one is given. */
        post: operations["createAgentConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agent-configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One agent configuration. */
        get: operations["getAgentConfig"];
        /** Replaces an agent configuration. */
        put: operations["replaceAgentConfig"];
        post?: never;
        /** Takes an agent configuration away. */
        delete: operations["removeAgentConfig"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/quick-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quick texts, by id. */
        get: operations["listQuickTexts"];
        put?: never;
        /** Makes a quick text. An `id` that is free is taken over, else one is given. */
        post: operations["createQuickText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/quick-texts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One quick text. */
        get: operations["getQuickText"];
        /** Replaces a quick text. */
        put: operations["replaceQuickText"];
        post?: never;
        /** Takes a quick text away. */
        delete: operations["removeQuickText"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sensitive-data-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sensitive data rules, by id. */
        get: operations["listSensitiveDataRules"];
        put?: never;
        /** Makes a sensitive data rule. An `id` that is free is taken over, else one is given. */
        post: operations["createSensitiveDataRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sensitive-data-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One sensitive data rule. */
        get: operations["getSensitiveDataRule"];
        /** Replaces a sensitive data rule. */
        put: operations["replaceSensitiveDataRule"];
        post?: never;
        /** Takes a sensitive data rule away. */
        delete: operations["removeSensitiveDataRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocking-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The blocking rules, by id. */
        get: operations["listBlockingRules"];
        put?: never;
        /** Makes a blocking rule. An `id` that is free is taken over, else one is given. */
        post: operations["createBlockingRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocking-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        /** One blocking rule. */
        get: operations["getBlockingRule"];
        /** Replaces a blocking rule. */
        put: operations["replaceBlockingRule"];
        post?: never;
        /** Takes a blocking rule away. */
        delete: operations["removeBlockingRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agents/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Gives an agent another password, and ends its log-ins. */
        put: operations["setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/agents/{id}/api-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a bot an API key; one it had does not hold any more.
         * @description The key does not expire. It is shown this once and kept as a hash only. An agent of another
         *     kind is 409.
         */
        post: operations["createApiKey"];
        /** Takes a bot's API key away. Its streams with the key are closed. */
        delete: operations["removeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization. */
        get: operations["getOrganization"];
        /** Gives the organization another name. */
        put: operations["replaceOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's quick texts, for every agent. */
        get: operations["searchQuickTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands the chat on to an agent, a skill or a button. */
        post: operations["transferChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/transfer/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a chat that was handed on to the agent. */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/transfer/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves the chat with the agent who has it. */
        post: operations["declineTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/transfer/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a transfer back that nobody has accepted. */
        post: operations["cancelTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/conference": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks another agent to join the chat. */
        post: operations["beginConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/conference/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins the chat. */
        post: operations["acceptConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/conference/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does not join. */
        post: operations["declineConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/conference/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the invitation back. */
        post: operations["cancelConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/conference/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves the conference; the chat goes on with those who stay. */
        post: operations["leaveConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/rich-messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offers the visitor choices, as bots do. */
        post: operations["sendRichMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/flag": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks supervisors for help, or says that none is needed any more. */
        post: operations["setFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/whispers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says something to the other agents in the chat; the visitor does not see it. */
        post: operations["whisper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins or ends to watch a chat unseen. Supervisors only. */
        post: operations["watchChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the chat the supervisor's own. */
        post: operations["takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/join": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins the chat without being asked; `conference/leave` leaves it. */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        /** How the chat went from one agent to the next, and why. */
        get: operations["getRouting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents a supervisor looks after. */
        get: operations["listAgentStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Sets the state of another agent. Supervisors only. */
        put: operations["setAgentPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines the agent serves; for supervisors those they look after, too. */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfer-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the agent may hand chats on to. */
        get: operations["listTransferTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/file-requests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the visitor for a file.
         * @description One request is open in a chat at a time; another one is 409. The visitor's page gets
         *     `FileTransfer` with the address and a token for one upload. What becomes of it comes as
         *     `file` frames. The chat's end cancels it. Beyond `files.per_chat_max` and
         *     `files.per_day_max` it is 429.
         */
        post: operations["requestFile"];
        /** Takes the open request for a file back. */
        delete: operations["cancelFileRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the visitor a file.
         * @description The body is taken as a stream of at most `files.size_max` bytes and some for the form. The
         *     visitor gets an ordinary message with the file's name and a link, as every client can show
         *     that. The link holds while the visitor's session lives and for `files.link_lifetime` after
         *     the chat. Bytes, name and claimed type must agree, and the type be one of `files.types`,
         *     else it is 400.
         */
        post: operations["sendFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chatKey}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
                fileId: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * The bytes of a file.
         * @description For whoever may read the chat; for the agent and supervisors also for `files.link_lifetime`
         *     after it, and however long after it under `/transcripts/{chatKey}/files/{fileId}`. Always an
         *     attachment, which no page shows as its own.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records of requests, open ones too.
         * @description Agents see the chats they are or were engaged in or owner of, and those of visitors they are
         *     engaged with; supervisors also those of their skills, and all when no skills are listed for
         *     them; administrators all.
         *
         *     A page may hold fewer records than asked for, even none, and still have a next one: then too
         *     much was looked through for it. `body` and `supervisorTranscriptBody` are left out here.
         */
        get: operations["listTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records with their bodies, as a file.
         * @description Takes the filters and the order of the list; pages are not needed. The body comes while it
         *     is made; when it cannot be finished the connection is cut. CSV is RFC 4180 in UTF-8 with a
         *     line of column names; a text that a spreadsheet would take for a formula gets a `'` before
         *     it. At most eight exports run at the same time.
         */
        get: operations["exportTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{chatKey}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        /**
         * One record with all that was said and happened.
         * @description As a text it is `body`, one line for each message; as a page it is that for people to read
         *     and print. Supervisors and administrators see whispers too.
         */
        get: operations["getTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{chatKey}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        /** What happened in one chat, without what was said. */
        get: operations["listTranscriptEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transcripts/{chatKey}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
                fileId: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * The bytes of a file of a chat, however old.
         * @description For whoever may read the transcript. Always an attachment.
         */
        get: operations["getTranscriptFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Agents' times at work, newest first.
         * @description Agents see their own; supervisors those of the agents with one of their skills, and all when
         *     no skills are listed for them; administrators all. `from` and `to` are about the log-in.
         */
        get: operations["listAgentSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitors/{sessionKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A visitor and the chats it asked for, newest first. */
        get: operations["getVisitor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description. */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server works, for load balancers. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus. */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: int64
         * @description Milliseconds since 1970-01-01 UTC.
         */
        Time: number;
        /** Format: uuid */
        ChatKey: string;
        AgentId: string;
        OrganizationId: string;
        ButtonId: string;
        DeploymentId: string;
        SkillId: string;
        /** @enum {string} */
        PresenceState: "Online" | "Away" | "Offline";
        /** @enum {string} */
        ChatState: "requested" | "waiting" | "engaged" | "ended";
        /**
         * @description Why a chat ended: `agent`, `client`, `clientIdleTimeout`, `agentsUnavailable`,
         *     `agentPushTimeout`, `NoPost`, `unknown`, or for a request nobody accepted `Unavailable`,
         *     `InternalFailure`, `Blocked`, `Unknown`.
         */
        EndReason: string;
        /** @enum {string} */
        EndedBy: "Agent" | "Visitor" | "System";
        /** @enum {string} */
        Author: "visitor" | "agent" | "bot" | "system";
        Login: {
            /** @description The organization's id. */
            organization: string;
            username: string;
            /** Format: password */
            password: string;
        };
        SetPresence: {
            state: components["schemas"]["PresenceState"];
            /** @description The agent's own words. */
            reason?: string;
        };
        SendMessage: {
            /** @description At most `limits.message_bytes` bytes. */
            text: string;
        };
        SetTyping: {
            isTyping: boolean;
            /** @description What is not sent yet, for supervisors who may see it. */
            text?: string;
        };
        SendCustomEvent: {
            type: string;
            /** @description Often JSON; not looked at. */
            data: string;
        };
        Transfer: {
            /** @enum {string} */
            to: "agent" | "skill" | "button";
            /** @description Of that agent */
            id: string;
            /** @description For the next agent. */
            note?: string;
        };
        Conference: {
            agentId: components["schemas"]["AgentId"];
            note?: string;
        };
        SetFlag: {
            isRaised: boolean;
            text?: string;
        };
        SetWatching: {
            isWatching: boolean;
        };
        FooterItem: {
            text: string;
            dialogId: string;
        };
        Accept: {
            footerItems?: components["schemas"]["FooterItem"][];
        };
        End: {
            /** @description The visitor asked a bot for it. */
            byAction?: boolean;
        };
        RichItem: {
            text: string;
            value?: string;
        };
        SendRichMessage: {
            /** @enum {string} */
            type: "ChatWindowMenu" | "ChatWindowButton";
            header?: string;
            items: components["schemas"]["RichItem"][];
        };
        /** @description The first frame a client sends on its stream. */
        Resume: {
            /** @description The last `seq` seen. */
            resume: number | null;
        };
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Conflict",
         *       "status": 409,
         *       "detail": "Another agent accepted this chat"
         *     }
         */
        Problem: {
            /** @constant */
            type: "about:blank";
            /** @description The status in words. */
            title: string;
            status: number;
            /** @description What is wrong this time. */
            detail: string;
            /** @description What is wrong with each member, where members are what is wrong. */
            errors?: {
                /** @description Where it stands in the body. */
                pointer: string;
                detail: string;
            }[];
        };
        Agent: {
            id: components["schemas"]["AgentId"];
            username: string;
            name: string;
            /** @enum {string} */
            role: "agent" | "supervisor" | "admin";
            /** @enum {string} */
            kind: "person" | "bot";
        };
        Organization: {
            id: components["schemas"]["OrganizationId"];
            name: string;
        };
        Skill: {
            id: components["schemas"]["SkillId"];
            name: string;
        };
        LoginReply: {
            token: string;
            expiresAt: components["schemas"]["Time"];
            agent: components["schemas"]["Agent"];
            organization: components["schemas"]["Organization"];
        };
        Presence: {
            state: components["schemas"]["PresenceState"];
            reason: string;
            since: components["schemas"]["Time"];
        };
        Capacity: {
            /** @description Chats the agent takes at once. */
            max: number;
            engaged: number;
            /** @description Pushed to the agent and not answered yet; they count too. */
            assigned: number;
        };
        Me: {
            agent: components["schemas"]["Agent"];
            organization: components["schemas"]["Organization"];
            presence: components["schemas"]["Presence"];
            capacity: components["schemas"]["Capacity"];
            /** @description The agent's own. */
            skills: components["schemas"]["Skill"][];
            config: components["schemas"]["ConsoleConfig"];
            names: components["schemas"]["Names"];
        };
        /** @description How the agent's configuration wants its console to be. */
        ConsoleConfig: {
            enableRequestSound: boolean;
            enableLogoutSound: boolean;
            enableNotifications: boolean;
            /** @description What visitors are told; empty for the agent's own name. */
            customAgentName: string;
            /** @enum {string} */
            supervisorDefaultAgentStatusFilter: "" | "Online" | "Away" | "Offline";
            /** @description An id; empty for all. */
            supervisorDefaultButtonFilter: string;
            /** @description An id; empty for all. */
            supervisorDefaultSkillFilter: string;
        };
        /** @description The names of what chats are told with, by id. */
        Names: {
            buttons: components["schemas"]["Name"][];
            deployments: components["schemas"]["Name"][];
            skills: components["schemas"]["Name"][];
        };
        Name: {
            id: string;
            name: string;
        };
        ChatSummary: {
            chatKey: components["schemas"]["ChatKey"];
            state: components["schemas"]["ChatState"];
            /** @description The visitor's. */
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            liveChatDeploymentId: components["schemas"]["DeploymentId"];
            requestTime: components["schemas"]["Time"];
            acceptTime?: components["schemas"]["Time"];
            isEngaged: boolean;
            isEnded: boolean;
            /** @description Routed to the agent rather than free to pick. */
            isPushRequest: boolean;
            /**
             * @description To what the agent was invited and has not answered.
             * @enum {string}
             */
            invitation?: "transfer" | "conference";
            /** @description Of the agent who invites. */
            fromName?: string;
            /** @description When the request goes to somebody else, or the invitation is over. */
            answerBy?: components["schemas"]["Time"];
            agentId?: components["schemas"]["AgentId"];
            isFlagRaised: boolean;
            /** @description Present while the flag is raised. */
            flagText?: string;
            /** @description The visitor has waited for too long. */
            isCriticalWait: boolean;
        };
        ChatList: {
            chats: components["schemas"]["ChatSummary"][];
        };
        ChatDetails: {
            chatKey: components["schemas"]["ChatKey"];
            state: components["schemas"]["ChatState"];
            /** @description The visitor's. */
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            liveChatDeploymentId: components["schemas"]["DeploymentId"];
            requestTime: components["schemas"]["Time"];
            acceptTime?: components["schemas"]["Time"];
            endTime?: components["schemas"]["Time"];
            isEngaged: boolean;
            isEnded: boolean;
            isPushRequest: boolean;
            isTransferringOut: boolean;
            agentId?: components["schemas"]["AgentId"];
            /** @description Those in the chat now, the one it belongs to first. */
            agents: components["schemas"]["Agent"][];
            /**
             * @description To what the agent was invited and has not answered.
             * @enum {string}
             */
            invitation?: "transfer" | "conference";
            /** @description Of the agent who invites. */
            fromName?: string;
            /** @description When the request goes to somebody else, or the invitation is over. */
            answerBy?: components["schemas"]["Time"];
            /** @description What the agent before wrote for the next one. */
            transferNote: string;
            handover?: components["schemas"]["Handover"];
            isFlagRaised: boolean;
            /** @description Present while the flag is raised. */
            flagText?: string;
            isCriticalWait: boolean;
            /** @description The visitor was not heard of for too long. */
            isDisconnected: boolean;
            mayTransfer: boolean;
            mayConfer: boolean;
            mayFlag: boolean;
            maySendFiles: boolean;
            mayBlock: boolean;
            mayWhisper: boolean;
            /** @description This one and the next two are for supervisors. */
            mayWatch: boolean;
            mayJoin: boolean;
            mayTakeOver: boolean;
            ipAddress: string;
            geoLocation?: components["schemas"]["GeoLocation"];
            visitorInfo: components["schemas"]["VisitorInfo"];
            customDetails: components["schemas"]["CustomDetail"][];
            /** @description Found and made when an agent accepted, or attached by agents. */
            records: components["schemas"]["ChatRecord"][];
            breadcrumbs: components["schemas"]["PageView"][];
            /** @description In the chat's order; also what the visitor said before an agent accepted. */
            entries: components["schemas"]["Entry"][];
            /** @description In the order they were asked for or sent. */
            files: components["schemas"]["File"][];
            /** @description Whether the visitor writes. */
            isTyping: boolean;
            /** @description What the visitor has written and not sent. */
            sneakPeek: string;
            endReason?: components["schemas"]["EndReason"];
            endedBy?: components["schemas"]["EndedBy"];
        };
        /** @description To whom a chat is being handed on, or who is asked in, while nobody has answered. */
        Handover: {
            /** @enum {string} */
            kind: "transfer" | "conference";
            /** @enum {string} */
            to: "agent" | "skill" | "button";
            id: string;
            /** @description Of that agent, skill or button. */
            name: string;
            fromAgentId: components["schemas"]["AgentId"];
            answerBy?: components["schemas"]["Time"];
        };
        GeoLocation: {
            city?: string;
            countryCode: string;
            countryName: string;
            latitude?: number;
            longitude?: number;
            organization?: string;
            region?: string;
        };
        VisitorInfo: {
            browserName: string;
            language: string;
            originalReferrer: string;
            screenResolution: string;
            /** @description The visitor's own id over all of its chats. */
            sessionKey: string;
        };
        CustomDetail: {
            label: string;
            value: string;
            transcriptFields: string[];
            entityMaps: components["schemas"]["EntityMap"][];
        };
        EntityMap: {
            entityName: string;
            fieldName: string;
            isFastFillable: boolean;
            isAutoQueryable: boolean;
            isExactMatchable: boolean;
        };
        ChatRecord: {
            /** @description Empty for a record that is not this server's. */
            entityName: string;
            id: string;
            /** @description Whether it was made for this chat. */
            isNew: boolean;
            /** @description Whether to open it when it is new. */
            showOnCreate: boolean;
            /** @description The transcript field that holds its id. */
            fieldName?: string;
        };
        AttachRecord: {
            fieldName: string;
            /** @description The record's id. */
            fieldValue: string;
        };
        Record: {
            id: string;
            entityName: string;
            fields: {
                fieldName: string;
                fieldValue: string;
            }[];
            createdAt: components["schemas"]["Time"];
        };
        RecordList: {
            records: components["schemas"]["Record"][];
            /** @description Absent when there is no more. */
            nextCursor?: string;
        };
        BlockVisitor: {
            description?: string;
        };
        VisitorBlock: {
            id: string;
            fromAddress: string;
            /** @description Empty for the one address. */
            toAddress: string;
            /** @enum {string} */
            ownerType: "Agent";
            agent: components["schemas"]["AgentId"];
            description: string;
            createdAt: components["schemas"]["Time"];
        };
        PageView: {
            location: string;
            time: components["schemas"]["Time"];
        };
        Entry: {
            /** @description The entry's place in its chat. */
            position: number;
            at: components["schemas"]["Time"];
            /**
             * @description `VisitorMessage`, `AgentMessage`, `BotMessage`, `VisitorCustomEvent`,
             *     `AgentCustomEvent`, `VisitorRichMessage`, or a transcript event: `ChatRequest`,
             *     `Enqueue`, `PushAssignment`, `Accept`, `EndAgent` …
             */
            type: string;
            from: components["schemas"]["Author"];
            agentId?: components["schemas"]["AgentId"];
            /** @description The author's; empty for the system. */
            name: string;
            /** @description What was said; a custom event's data; another's detail. */
            text: string;
            /** @description A custom event's own type; a file's id. */
            eventType?: string;
        };
        /** Format: uuid */
        FileId: string;
        /** @description A file in a chat, as it is now. Also the frame for each of its changes. */
        File: {
            chatKey: components["schemas"]["ChatKey"];
            fileId: components["schemas"]["FileId"];
            /** @enum {string} */
            direction: "fromVisitor" | "toVisitor";
            /** @enum {string} */
            state: "requested" | "stored" | "failed" | "canceled";
            /** @description Empty until it is stored. */
            name: string;
            /** @description As its bytes tell it; empty until it is stored. */
            contentType: string;
            /** @description In bytes; 0 until it is stored. */
            size: number;
        };
        /** @description Seconds. */
        Seconds: number;
        /** @enum {string} */
        TranscriptStatus: "Waiting" | "InProgress" | "Completed" | "Missed" | "Dropped" | "Blocked";
        /** @description The record of one request; its fields: `docs/transcripts.md`. */
        LiveChatTranscript: {
            name: string;
            chatKey: components["schemas"]["ChatKey"];
            status: components["schemas"]["TranscriptStatus"];
            ownerId: components["schemas"]["AgentId"];
            requestTime: components["schemas"]["Time"];
            startTime?: components["schemas"]["Time"];
            endTime?: components["schemas"]["Time"];
            endedBy?: components["schemas"]["EndedBy"];
            waitTime?: components["schemas"]["Seconds"];
            chatDuration?: components["schemas"]["Seconds"];
            abandoned?: components["schemas"]["Seconds"];
            visitorMessageCount: number;
            operatorMessageCount: number;
            averageResponseTimeVisitor: components["schemas"]["Seconds"];
            averageResponseTimeOperator: components["schemas"]["Seconds"];
            maxResponseTimeVisitor: components["schemas"]["Seconds"];
            maxResponseTimeOperator: components["schemas"]["Seconds"];
            isChatbotSession: boolean;
            liveChatButtonId: components["schemas"]["ButtonId"];
            liveChatDeploymentId: components["schemas"]["DeploymentId"];
            liveChatVisitorId: string;
            skillId?: components["schemas"]["SkillId"];
            skillIds?: components["schemas"]["SkillId"][];
            visitorName: string;
            ipAddress: string;
            location: string;
            visitorNetwork: string;
            userAgent: string;
            browser: string;
            platform: string;
            browserLanguage: string;
            screenResolution: string;
            referrerUri: string;
            lastVisitedPage: string;
            accountId?: string;
            caseId?: string;
            contactId?: string;
            leadId?: string;
            customFields: {
                [key: string]: string;
            };
            createdDate: components["schemas"]["Time"];
            lastModifiedDate: components["schemas"]["Time"];
            body?: string;
            supervisorTranscriptBody?: string;
        };
        LiveChatTranscriptEvent: {
            agentId?: components["schemas"]["AgentId"];
            detail: string;
            name: string;
            time: components["schemas"]["Time"];
            type: string;
        };
        TranscriptFile: {
            fileId: components["schemas"]["FileId"];
            name: string;
            contentType: string;
            size: number;
            /** @enum {string} */
            direction: "fromVisitor" | "toVisitor";
            /** @enum {string} */
            state: "requested" | "stored" | "failed" | "canceled";
            createdAt: components["schemas"]["Time"];
        };
        TranscriptDetails: {
            transcript: components["schemas"]["LiveChatTranscript"];
            entries: components["schemas"]["Entry"][];
            events: components["schemas"]["LiveChatTranscriptEvent"][];
            files: components["schemas"]["TranscriptFile"][];
        };
        TranscriptEvents: {
            events: components["schemas"]["LiveChatTranscriptEvent"][];
        };
        TranscriptList: {
            transcripts: components["schemas"]["LiveChatTranscript"][];
            nextCursor?: string;
        };
        LiveAgentSession: {
            name: string;
            agentId: components["schemas"]["AgentId"];
            ownerId: components["schemas"]["AgentId"];
            loginTime: components["schemas"]["Time"];
            logoutTime?: components["schemas"]["Time"];
            chatReqAssigned: number;
            chatReqDeclined: number;
            chatReqTimedOut: number;
            chatReqEngaged: number;
            numFlagRaised: number;
            numFlagLoweredAgent: number;
            numFlagLoweredSupervisor: number;
            timeAtCapacity: components["schemas"]["Seconds"];
            timeIdle: components["schemas"]["Seconds"];
            timeInAwayStatus: components["schemas"]["Seconds"];
            timeInChats: components["schemas"]["Seconds"];
            timeInOnlineStatus: components["schemas"]["Seconds"];
        };
        AgentSessionList: {
            agentSessions: components["schemas"]["LiveAgentSession"][];
            nextCursor?: string;
        };
        LiveChatVisitor: {
            sessionKey: string;
            /** @description When it asked for a chat for the first time. */
            createdDate: components["schemas"]["Time"];
            transcripts: components["schemas"]["LiveChatTranscript"][];
            nextCursor?: string;
        };
        RoutingCandidate: {
            agentId: components["schemas"]["AgentId"];
            load: number;
            capacity: number;
            /** @description 0 for never. */
            lastAssigned: number;
        };
        RoutingReason: {
            /** @enum {string} */
            policy: "LeastActive" | "MostAvailable" | "Omni" | "Direct";
            /** @enum {string} */
            decidedBy: "only" | "load" | "lastAssigned" | "id";
            candidates: components["schemas"]["RoutingCandidate"][];
            candidateCount: number;
        };
        RoutingStep: {
            at: components["schemas"]["Time"];
            type: string;
            agentId?: components["schemas"]["AgentId"];
            reason?: components["schemas"]["RoutingReason"];
        };
        Routing: {
            chatKey: components["schemas"]["ChatKey"];
            steps: components["schemas"]["RoutingStep"][];
        };
        AgentSummary: {
            id: components["schemas"]["AgentId"];
            name: string;
            /** @enum {string} */
            kind: "person" | "bot";
            state: components["schemas"]["PresenceState"];
            reason: string;
            since: components["schemas"]["Time"];
            max: number;
            engaged: number;
            assigned: number;
            skillIds: components["schemas"]["SkillId"][];
            chatKeys: components["schemas"]["ChatKey"][];
        };
        AgentList: {
            agents: components["schemas"]["AgentSummary"][];
        };
        QueueSummary: {
            buttonId: components["schemas"]["ButtonId"];
            name: string;
            isAvailable: boolean;
            waiting: number;
            longestWait: number;
            estimatedWaitTime: number;
            agentsOnline: number;
            agentsAway: number;
        };
        QueueList: {
            queues: components["schemas"]["QueueSummary"][];
        };
        TransferTarget: {
            /** @enum {string} */
            to: "agent" | "skill" | "button";
            id: string;
            name: string;
            isAvailable: boolean;
            state?: components["schemas"]["PresenceState"];
            /** @description Of an agent: its chats. */
            engaged?: number;
            /** @description Of an agent: how many it takes at once. */
            max?: number;
            /** @description Of a skill: who has it and is online, without the one who asks. */
            agentsOnline?: number;
            /** @description Of a button: who waits in its line. */
            waiting?: number;
        };
        TransferTargetList: {
            targets: components["schemas"]["TransferTarget"][];
        };
        TransferRequested: {
            chatKey: components["schemas"]["ChatKey"];
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            /** @enum {string} */
            to: "agent" | "skill";
            fromAgentId: components["schemas"]["AgentId"];
            fromName: string;
            note: string;
            answerBy?: components["schemas"]["Time"];
        };
        TransferRevoked: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            reason: "accepted" | "declined" | "timeout" | "canceled" | "ended";
        };
        TransferAnswered: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            outcome: "accepted" | "declined" | "timeout" | "canceled" | "ended" | "restart";
            agentId?: components["schemas"]["AgentId"];
        };
        ChatTransferred: {
            chatKey: components["schemas"]["ChatKey"];
            agentId?: components["schemas"]["AgentId"];
            buttonId?: components["schemas"]["ButtonId"];
        };
        ConferenceRequested: {
            chatKey: components["schemas"]["ChatKey"];
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            fromAgentId: components["schemas"]["AgentId"];
            fromName: string;
            note: string;
            answerBy?: components["schemas"]["Time"];
        };
        ConferenceRevoked: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            reason: "accepted" | "declined" | "timeout" | "canceled" | "ended";
        };
        ConferenceAnswered: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            outcome: "accepted" | "declined" | "timeout" | "canceled" | "ended" | "restart";
            agentId?: components["schemas"]["AgentId"];
        };
        ChatAgents: {
            chatKey: components["schemas"]["ChatKey"];
            agents: components["schemas"]["Agent"][];
        };
        FlagRaised: {
            chatKey: components["schemas"]["ChatKey"];
            agentId: components["schemas"]["AgentId"];
            name: string;
            text: string;
            at: components["schemas"]["Time"];
        };
        FlagLowered: {
            chatKey: components["schemas"]["ChatKey"];
            agentId: components["schemas"]["AgentId"];
        };
        Whisper: {
            chatKey: components["schemas"]["ChatKey"];
            agentId: components["schemas"]["AgentId"];
            name: string;
            text: string;
            at: components["schemas"]["Time"];
            position: number;
        };
        ChatCriticalWait: {
            chatKey: components["schemas"]["ChatKey"];
            isCritical: boolean;
            waitingSince: components["schemas"]["Time"];
        };
        ChatAgentTyping: {
            chatKey: components["schemas"]["ChatKey"];
            agentId: components["schemas"]["AgentId"];
            isTyping: boolean;
            text: string;
        };
        AgentChanged: {
            agent: components["schemas"]["AgentSummary"];
        };
        ChatChanged: {
            chat: components["schemas"]["ChatSummary"];
        };
        StreamFrame: {
            seq: number;
            type: string;
            at: components["schemas"]["Time"];
            data: Record<string, never>;
        } & ({
            /** @constant */
            type?: "hello";
            data?: components["schemas"]["Hello"];
        } | {
            /** @constant */
            type?: "reset";
            data?: components["schemas"]["Reset"];
        } | {
            /** @constant */
            type?: "chat.requested";
            data?: components["schemas"]["ChatRequested"];
        } | {
            /** @constant */
            type?: "chat.revoked";
            data?: components["schemas"]["ChatRevoked"];
        } | {
            /** @constant */
            type?: "chat.started";
            data?: components["schemas"]["ChatStarted"];
        } | {
            /** @constant */
            type?: "chat.message";
            data?: components["schemas"]["ChatMessage"];
        } | {
            /** @constant */
            type?: "chat.typing";
            data?: components["schemas"]["ChatTyping"];
        } | {
            /** @constant */
            type?: "chat.breadcrumb";
            data?: components["schemas"]["ChatBreadcrumb"];
        } | {
            /** @constant */
            type?: "chat.event";
            data?: components["schemas"]["ChatEvent"];
        } | {
            /** @constant */
            type?: "chat.disconnected";
            data?: components["schemas"]["ChatDisconnected"];
        } | {
            /** @constant */
            type?: "chat.reconnected";
            data?: components["schemas"]["ChatReconnected"];
        } | {
            /** @constant */
            type?: "chat.ended";
            data?: components["schemas"]["ChatEnded"];
        } | {
            /** @constant */
            type?: "file";
            data?: components["schemas"]["File"];
        } | {
            /** @constant */
            type?: "presence.changed";
            data?: components["schemas"]["PresenceChanged"];
        } | {
            /** @constant */
            type?: "capacity.changed";
            data?: components["schemas"]["CapacityChanged"];
        } | {
            /** @constant */
            type?: "queue.changed";
            data?: components["schemas"]["QueueChanged"];
        } | {
            /** @constant */
            type?: "transfer.requested";
            data?: components["schemas"]["TransferRequested"];
        } | {
            /** @constant */
            type?: "transfer.revoked";
            data?: components["schemas"]["TransferRevoked"];
        } | {
            /** @constant */
            type?: "transfer.answered";
            data?: components["schemas"]["TransferAnswered"];
        } | {
            /** @constant */
            type?: "chat.transferred";
            data?: components["schemas"]["ChatTransferred"];
        } | {
            /** @constant */
            type?: "conference.requested";
            data?: components["schemas"]["ConferenceRequested"];
        } | {
            /** @constant */
            type?: "conference.revoked";
            data?: components["schemas"]["ConferenceRevoked"];
        } | {
            /** @constant */
            type?: "conference.answered";
            data?: components["schemas"]["ConferenceAnswered"];
        } | {
            /** @constant */
            type?: "chat.agents";
            data?: components["schemas"]["ChatAgents"];
        } | {
            /** @constant */
            type?: "flag.raised";
            data?: components["schemas"]["FlagRaised"];
        } | {
            /** @constant */
            type?: "flag.lowered";
            data?: components["schemas"]["FlagLowered"];
        } | {
            /** @constant */
            type?: "whisper";
            data?: components["schemas"]["Whisper"];
        } | {
            /** @constant */
            type?: "chat.critical_wait";
            data?: components["schemas"]["ChatCriticalWait"];
        } | {
            /** @constant */
            type?: "chat.agent_typing";
            data?: components["schemas"]["ChatAgentTyping"];
        } | {
            /** @constant */
            type?: "agent.changed";
            data?: components["schemas"]["AgentChanged"];
        } | {
            /** @constant */
            type?: "chat.changed";
            data?: components["schemas"]["ChatChanged"];
        });
        Hello: {
            /** @description Whether what was missed follows. */
            resumed: boolean;
        };
        Reset: {
            /** @enum {string} */
            reason: "too_old" | "unknown";
        };
        ChatRequested: {
            chatKey: components["schemas"]["ChatKey"];
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            liveChatDeploymentId: components["schemas"]["DeploymentId"];
            requestTime: components["schemas"]["Time"];
            isPushRequest: boolean;
            /** @description When the request goes to somebody else. */
            answerBy?: components["schemas"]["Time"];
        };
        ChatRevoked: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            reason: "accepted" | "declined" | "timeout" | "canceled" | "unavailable";
        };
        ChatStarted: {
            chatKey: components["schemas"]["ChatKey"];
            name: string;
            liveChatButtonId: components["schemas"]["ButtonId"];
            liveChatDeploymentId: components["schemas"]["DeploymentId"];
            requestTime: components["schemas"]["Time"];
            acceptTime: components["schemas"]["Time"];
            isPushRequest: boolean;
        };
        ChatMessage: {
            chatKey: components["schemas"]["ChatKey"];
            /** @enum {string} */
            from: "visitor" | "agent" | "bot";
            name: string;
            agentId?: components["schemas"]["AgentId"];
            text: string;
            at: components["schemas"]["Time"];
            position: number;
        };
        ChatTyping: {
            chatKey: components["schemas"]["ChatKey"];
            isTyping: boolean;
            sneakPeek: string;
        };
        ChatBreadcrumb: {
            chatKey: components["schemas"]["ChatKey"];
            location: string;
            time: components["schemas"]["Time"];
        };
        ChatEvent: {
            chatKey: components["schemas"]["ChatKey"];
            entry: components["schemas"]["Entry"];
        };
        ChatDisconnected: {
            chatKey: components["schemas"]["ChatKey"];
            lastSeen: components["schemas"]["Time"];
        };
        ChatReconnected: {
            chatKey: components["schemas"]["ChatKey"];
        };
        ChatEnded: {
            chatKey: components["schemas"]["ChatKey"];
            reason: components["schemas"]["EndReason"];
            endedBy: components["schemas"]["EndedBy"];
        };
        PresenceChanged: {
            agentId: components["schemas"]["AgentId"];
            state: components["schemas"]["PresenceState"];
            reason: string;
            since: components["schemas"]["Time"];
        };
        CapacityChanged: components["schemas"]["Capacity"];
        QueueChanged: {
            buttonId: components["schemas"]["ButtonId"];
            waiting: number;
            /** @description Seconds the first one has waited. */
            longestWait: number;
        };
        BusinessHoursId: string;
        AgentConfigId: string;
        QuickTextId: string;
        SensitiveDataRuleId: string;
        BlockingRuleId: string;
        /** @description Begins with `https://`, `http://` or `/`; or is empty. */
        Link: string;
        SetPassword: {
            /** Format: password */
            password: string;
        };
        ApiKey: {
            apiKey: string;
        };
        DeploymentFields: {
            id?: components["schemas"]["DeploymentId"];
            name: string;
            windowTitle?: string;
            /** @description Origins whose pages may call; none means any. */
            allowedOrigins?: string[];
            /**
             * @description Seconds.
             * @default 0
             */
            connectionWarning: number;
            /**
             * @description Seconds.
             * @default 150
             */
            connectionTimeout: number;
            /** @default false */
            transcriptSaveEnabled: boolean;
            /** @default false */
            displayQueuePosition: boolean;
            /** @default true */
            prechatApiEnabled: boolean;
            brandingImage?: components["schemas"]["Link"];
            mobileBrandingImage?: components["schemas"]["Link"];
            site?: components["schemas"]["Link"];
        };
        ConfiguredDeployment: WithRequired<components["schemas"]["DeploymentFields"], "id" | "name" | "windowTitle" | "allowedOrigins" | "connectionWarning" | "connectionTimeout" | "transcriptSaveEnabled" | "displayQueuePosition" | "prechatApiEnabled" | "brandingImage" | "mobileBrandingImage" | "site">;
        BusinessHoursFields: {
            id?: components["schemas"]["BusinessHoursId"];
            name: string;
            /**
             * @description An IANA name.
             * @default UTC
             */
            timeZone: string;
            weekly?: string[];
            exceptions?: string[];
        };
        ConfiguredBusinessHours: WithRequired<components["schemas"]["BusinessHoursFields"], "id" | "name" | "timeZone" | "weekly" | "exceptions">;
        SkillFields: {
            id?: components["schemas"]["SkillId"];
            name: string;
            businessHours?: components["schemas"]["BusinessHoursId"] | "";
        };
        ConfiguredSkill: WithRequired<components["schemas"]["SkillFields"], "id" | "name" | "businessHours">;
        ButtonFields: {
            id?: components["schemas"]["ButtonId"];
            name: string;
            /** @enum {string} */
            type?: "Standard" | "Invite";
            /** @default true */
            isActive: boolean;
            /** @enum {string} */
            routingType?: "Choice" | "LeastActive" | "MostAvailable" | "Omni";
            skills?: components["schemas"]["SkillId"][];
            /** @default 5 */
            priority: number;
            /** @default true */
            hasQueue: boolean;
            /** @default 0 */
            overallQueueLength: number;
            /** @default 0 */
            perAgentQueueLength: number;
            /**
             * @description Seconds.
             * @default 0
             */
            pushTimeout: number;
            /** @default false */
            hasRerouteDeclinedRequest: boolean;
            /** @default 0 */
            numberOfReroutingAttempts: number;
            /** @default false */
            isAutoAccept: boolean;
            /**
             * @description Seconds.
             * @default 0
             */
            chasitorIdleTimeout: number;
            /**
             * @description Seconds.
             * @default 0
             */
            chasitorIdleTimeoutWarning: number;
            businessHours?: components["schemas"]["BusinessHoursId"] | "";
            /** @default en_US */
            language: string;
            windowLanguage?: string;
            site?: components["schemas"]["Link"];
            prechatUrl?: components["schemas"]["Link"];
            chatUrl?: components["schemas"]["Link"];
            postChatUrl?: components["schemas"]["Link"];
            onlineImage?: components["schemas"]["Link"];
            offlineImage?: components["schemas"]["Link"];
            customAgentName?: string;
            autoGreeting?: string;
            inviteDeployments?: components["schemas"]["DeploymentId"][];
            /** @enum {string} */
            inviteRenderer?: "Slide" | "Fade" | "Appear" | "Custom";
            inviteImage?: components["schemas"]["Link"];
            /** @default 0 */
            inviteImageWidth: number;
            /** @default 0 */
            inviteImageHeight: number;
            /** @enum {string} */
            inviteStartPosition?: "" | "TopLeft" | "TopLeftTop" | "Top" | "TopRightTop" | "TopRight" | "TopRightRight" | "Right" | "BottomRightRight" | "BottomRight" | "BottomRightBottom" | "Bottom" | "BottomLeftBottom" | "BottomLeft" | "BottomLeftLeft" | "Left" | "TopLeftLeft";
            /** @enum {string} */
            inviteEndPosition?: "" | "TopLeft" | "Top" | "TopRight" | "Left" | "Center" | "Right" | "BottomLeft" | "Bottom" | "BottomRight";
            /** @default false */
            hasInviteAfterAccept: boolean;
            /** @default false */
            hasInviteAfterReject: boolean;
            /**
             * @description Seconds.
             * @default 0
             */
            timeToRemoveInvite: number;
            /** @description The JSON of an object with `rules` and `filter`. */
            inviteRules?: string;
        };
        ConfiguredButton: WithRequired<components["schemas"]["ButtonFields"], "id" | "name" | "type" | "isActive" | "routingType" | "skills" | "priority" | "hasQueue" | "overallQueueLength" | "perAgentQueueLength" | "pushTimeout" | "hasRerouteDeclinedRequest" | "numberOfReroutingAttempts" | "isAutoAccept" | "chasitorIdleTimeout" | "chasitorIdleTimeoutWarning" | "businessHours" | "language" | "windowLanguage" | "site" | "prechatUrl" | "chatUrl" | "postChatUrl" | "onlineImage" | "offlineImage" | "customAgentName" | "autoGreeting" | "inviteDeployments" | "inviteRenderer" | "inviteImage" | "inviteImageWidth" | "inviteImageHeight" | "inviteStartPosition" | "inviteEndPosition" | "hasInviteAfterAccept" | "hasInviteAfterReject" | "timeToRemoveInvite" | "inviteRules">;
        AgentFields: {
            id?: components["schemas"]["AgentId"];
            /** @description Unique in the organization; without spaces. */
            username: string;
            name: string;
            /** @enum {string} */
            kind?: "person" | "bot";
            /** @enum {string} */
            role?: "agent" | "supervisor" | "admin";
            profile?: string;
            readonly hasPassword?: boolean;
            readonly hasApiKey?: boolean;
            skills?: components["schemas"]["SkillId"][];
            /** @default 3 */
            capacity: number;
            /** @default true */
            sneakPeekEnabled: boolean;
        };
        ConfiguredAgent: WithRequired<components["schemas"]["AgentFields"], "id" | "username" | "name" | "kind" | "role" | "profile" | "hasPassword" | "hasApiKey" | "skills" | "capacity" | "sneakPeekEnabled">;
        AgentConfigFields: {
            id?: components["schemas"]["AgentConfigId"];
            name: string;
            agents?: components["schemas"]["AgentId"][];
            profiles?: string[];
            /** @default 3 */
            capacity: number;
            /**
             * @description Seconds.
             * @default 0
             */
            criticalWaitTime: number;
            autoGreeting?: string;
            customAgentName?: string;
            /** @default false */
            disableTransferConferenceGreeting: boolean;
            /** @default true */
            enableSneakPeek: boolean;
            /** @default true */
            enableAgentSneakPeek: boolean;
            /** @default true */
            enableAgentFileTransfer: boolean;
            /** @default true */
            enableAssistanceFlag: boolean;
            /** @default false */
            enableAutoAwayOnDecline: boolean;
            /** @default false */
            enableAutoAwayOnPushTimeout: boolean;
            /** @default true */
            enableChatConferencing: boolean;
            /** @default true */
            enableChatMonitoring: boolean;
            /** @default true */
            enableWhisperMessage: boolean;
            /** @default true */
            enableVisitorBlocking: boolean;
            /** @default true */
            enableChatTransferToAgent: boolean;
            /** @default true */
            enableChatTransferToButton: boolean;
            /** @default true */
            enableChatTransferToSkill: boolean;
            transferableButtons?: components["schemas"]["ButtonId"][];
            transferableSkills?: components["schemas"]["SkillId"][];
            /** @default true */
            enableLogoutSound: boolean;
            /** @default true */
            enableRequestSound: boolean;
            /** @default true */
            enableNotifications: boolean;
            supervisorSkills?: components["schemas"]["SkillId"][];
            /** @enum {string} */
            supervisorDefaultAgentStatusFilter?: "" | "Online" | "Away" | "Offline";
            supervisorDefaultButtonFilter?: components["schemas"]["ButtonId"] | "";
            supervisorDefaultSkillFilter?: components["schemas"]["SkillId"] | "";
        };
        ConfiguredAgentConfig: WithRequired<components["schemas"]["AgentConfigFields"], "id" | "name" | "agents" | "profiles" | "capacity" | "criticalWaitTime" | "autoGreeting" | "customAgentName" | "disableTransferConferenceGreeting" | "enableSneakPeek" | "enableAgentSneakPeek" | "enableAgentFileTransfer" | "enableAssistanceFlag" | "enableAutoAwayOnDecline" | "enableAutoAwayOnPushTimeout" | "enableChatConferencing" | "enableChatMonitoring" | "enableWhisperMessage" | "enableVisitorBlocking" | "enableChatTransferToAgent" | "enableChatTransferToButton" | "enableChatTransferToSkill" | "transferableButtons" | "transferableSkills" | "enableLogoutSound" | "enableRequestSound" | "enableNotifications" | "supervisorSkills" | "supervisorDefaultAgentStatusFilter" | "supervisorDefaultButtonFilter" | "supervisorDefaultSkillFilter">;
        QuickTextFields: {
            id?: components["schemas"]["QuickTextId"];
            name: string;
            /** @description With merge fields, `{visitor.name}`. */
            message: string;
            category?: string;
            folder?: string;
            channels?: string[];
        };
        ConfiguredQuickText: WithRequired<components["schemas"]["QuickTextFields"], "id" | "name" | "message" | "category" | "folder" | "channels">;
        SensitiveDataRuleFields: {
            id?: components["schemas"]["SensitiveDataRuleId"];
            name: string;
            /** @enum {string} */
            actionType?: "Remove" | "Replace";
            /** @description A JavaScript regular expression. */
            pattern: string;
            /** @description For `Replace`, and needed there. */
            replacement?: string;
            /** @default 1 */
            priority: number;
            /** @default false */
            isEnabled: boolean;
            /**
             * @description The sum of 1 for agents, 2 for visitors, 4 for supervisors.
             * @default 7
             */
            enforceOn: number;
        };
        ConfiguredSensitiveDataRule: WithRequired<components["schemas"]["SensitiveDataRuleFields"], "id" | "name" | "actionType" | "pattern" | "replacement" | "priority" | "isEnabled" | "enforceOn">;
        BlockingRuleFields: {
            id?: components["schemas"]["BlockingRuleId"];
            /** @description IPv4 or IPv6. */
            fromAddress: string;
            /** @description The end of the range; the one address when empty. */
            toAddress?: string;
            /** @enum {string} */
            readonly ownerType?: "Admin" | "Agent";
            agent?: components["schemas"]["AgentId"] | "";
            description?: string;
            createdAt?: components["schemas"]["Time"];
        };
        ConfiguredBlockingRule: WithRequired<components["schemas"]["BlockingRuleFields"], "id" | "fromAddress" | "toAddress" | "ownerType" | "agent" | "description" | "createdAt">;
    };
    responses: {
        /** @description The request could not be understood, or a value is out of its bounds. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that does not hold; for a log-in, the wrong credentials. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The chat is not this agent's; or the agent is no administrator; or `X-CSRF` is missing
         *     beside a cookie; or the request comes from a page of another site.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such chat. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The chat is not in a state that allows it. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such object in the agent's organization. */
        NoObject: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The id is taken; or the object is still named by another one, or has open chats; or the
         *     administrator would shut itself out.
         */
        ObjectConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The object is not in the state that `If-Match` names. Read it again. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` is missing. */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The deployment. */
        DeploymentIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredDeployment"];
            };
        };
        /** @description The deployment as it was made. */
        DeploymentMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredDeployment"];
            };
        };
        /** @description The business hours. */
        BusinessHoursIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredBusinessHours"];
            };
        };
        /** @description The business hours as it was made. */
        BusinessHoursMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredBusinessHours"];
            };
        };
        /** @description The skill. */
        SkillIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredSkill"];
            };
        };
        /** @description The skill as it was made. */
        SkillMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredSkill"];
            };
        };
        /** @description The button. */
        ButtonIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredButton"];
            };
        };
        /** @description The button as it was made. */
        ButtonMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredButton"];
            };
        };
        /** @description The agent. */
        AgentIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredAgent"];
            };
        };
        /** @description The agent as it was made. */
        AgentMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredAgent"];
            };
        };
        /** @description The agent configuration. */
        AgentConfigIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredAgentConfig"];
            };
        };
        /** @description The agent configuration as it was made. */
        AgentConfigMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredAgentConfig"];
            };
        };
        /** @description The quick text. */
        QuickTextIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredQuickText"];
            };
        };
        /** @description The quick text as it was made. */
        QuickTextMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredQuickText"];
            };
        };
        /** @description The sensitive data rule. */
        SensitiveDataRuleIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredSensitiveDataRule"];
            };
        };
        /** @description The sensitive data rule as it was made. */
        SensitiveDataRuleMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredSensitiveDataRule"];
            };
        };
        /** @description The blocking rule. */
        BlockingRuleIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredBlockingRule"];
            };
        };
        /** @description The blocking rule as it was made. */
        BlockingRuleMade: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfiguredBlockingRule"];
            };
        };
        /** @description The organization. */
        OrganizationIs: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Organization"];
            };
        };
        /** @description The body is larger than the setting `limits.body_bytes`, or a file than `files.size_max`. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": string;
            };
        };
        /** @description A limit is met. Nothing was done. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many log-ins have failed. This one was not tried. */
        TooManyFailed: {
            headers: {
                /** @description Seconds until the next try. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body took longer than the setting `files.upload_timeout`. */
        TooSlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /** @description The server failed. The request may or may not have been carried out. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server is at a limit or cannot store anything. Nothing was done; try again. */
        Busy: {
            headers: {
                /** @description Seconds. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not a WebSocket handshake. */
        BadHandshake: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/plain": string;
            };
        };
        /** @description Anything else that goes wrong. */
        OtherProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        AgentId: components["schemas"]["AgentId"];
        /**
         * @description The id of the visitor's session.
         * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
         */
        ChatKey: components["schemas"]["ChatKey"];
        /** @description Any of these; several times, or with commas between them. */
        Status: components["schemas"]["TranscriptStatus"];
        Button: string;
        Deployment: string;
        /** @description Of a chat, the one engaged in it last, or its owner. */
        AgentFilter: string;
        SkillFilter: string;
        /** @description The visitor's session key. */
        VisitorFilter: string;
        /** @description Requested at this time or later. */
        From: components["schemas"]["Time"];
        /** @description Requested before this time. */
        To: components["schemas"]["Time"];
        /** @description Contained in a message of either side; the case of A to Z does not matter. */
        Text: string;
        /** @description By the time of the request. */
        Order: "newest" | "oldest";
        /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
        Csrf: "1";
        /** @description Names this request, so that it can be repeated safely. */
        IdempotencyKey: string;
        /** @description The object's id, in its 15- or 18-character form. */
        ObjectId: string;
        /** @description The `nextCursor` of the page before; the beginning when left out. */
        Cursor: string;
        /** @description The most items of the page. */
        Limit: number;
        /** @description The `ETag` of the state that the change rests on, or `*` for any. */
        IfMatch: string;
        /** @description As for a change; any state will do when it is left out. */
        IfMatchToRemove: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names the state of the object. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organization": "00D000000000001",
                 *       "username": "ann",
                 *       "password": "horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description The token, also as a cookie. */
            200: {
                headers: {
                    /** @description `rejoinder_agent`, HttpOnly, SameSite=Strict; Secure over TLS. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "hVJH1W9h2xQq3kY2cZ0m2cFZ4O8vJ0Jt7yE5bTn1wXk",
                     *       "expiresAt": 1790043200000,
                     *       "agent": {
                     *         "id": "005000000000001",
                     *         "username": "ann",
                     *         "name": "Ann",
                     *         "role": "agent",
                     *         "kind": "person"
                     *       },
                     *       "organization": {
                     *         "id": "00D000000000001",
                     *         "name": "Demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LoginReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyFailed"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out; the cookie is cleared. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": {
                     *         "id": "005000000000001",
                     *         "username": "ann",
                     *         "name": "Ann",
                     *         "role": "agent",
                     *         "kind": "person"
                     *       },
                     *       "organization": {
                     *         "id": "00D000000000001",
                     *         "name": "Demo"
                     *       },
                     *       "presence": {
                     *         "state": "Online",
                     *         "reason": "",
                     *         "since": 1790000000000
                     *       },
                     *       "capacity": {
                     *         "max": 3,
                     *         "engaged": 1,
                     *         "assigned": 0
                     *       },
                     *       "skills": [
                     *         {
                     *           "id": "0C5000000000001",
                     *           "name": "Support"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    setPresence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "Away",
                 *       "reason": "Lunch"
                 *     }
                 */
                "application/json": components["schemas"]["SetPresence"];
            };
        };
        responses: {
            /** @description The presence from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "Away",
                     *       "reason": "Lunch",
                     *       "since": 1790000000000
                     *     }
                     */
                    "application/json": components["schemas"]["Presence"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream is open. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamFrame"];
                };
            };
            400: components["responses"]["BadHandshake"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Busy"];
        };
    };
    listChats: {
        parameters: {
            query?: {
                /**
                 * @description Only the chats in this state; all three when left out. `requested` are offered to the
                 *     agent or free for it to pick, `waiting` are in the queues it serves, `engaged` are its
                 *     own.
                 */
                state?: "requested" | "engaged" | "waiting";
                /** @description For supervisors, `all` is every open chat they look after. */
                scope?: "mine" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By request time, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chats": [
                     *         {
                     *           "chatKey": "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11",
                     *           "state": "requested",
                     *           "name": "Jo",
                     *           "liveChatButtonId": "573000000000001",
                     *           "liveChatDeploymentId": "572000000000001",
                     *           "requestTime": 1790000000000,
                     *           "isEngaged": false,
                     *           "isEnded": false,
                     *           "isPushRequest": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChatList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    acceptChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Accept"];
            };
        };
        responses: {
            /** @description The chat, engaged now, with what the visitor said so far. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    declineChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declined. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Hello, how can I help?"
                 *     }
                 */
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description The entry it became. It is stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": 3,
                     *       "at": 1790000012345,
                     *       "type": "AgentMessage",
                     *       "from": "agent",
                     *       "agentId": "005000000000001",
                     *       "name": "Ann",
                     *       "text": "Hello, how can I help?"
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    setTyping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isTyping": true
                 *     }
                 */
                "application/json": components["schemas"]["SetTyping"];
            };
        };
        responses: {
            /** @description Told. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    sendCustomEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "ShowForm",
                 *       "data": "{\"form\":\"address\"}"
                 *     }
                 */
                "application/json": components["schemas"]["SendCustomEvent"];
            };
        };
        responses: {
            /** @description The entry it became. It is stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": 4,
                     *       "at": 1790000012345,
                     *       "type": "AgentCustomEvent",
                     *       "from": "agent",
                     *       "agentId": "005000000000001",
                     *       "name": "Ann",
                     *       "text": "{\"form\":\"address\"}",
                     *       "eventType": "ShowForm"
                     *     }
                     */
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    endChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["End"];
            };
        };
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    blockVisitor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "description": "Spam"
                 *     }
                 */
                "application/json": components["schemas"]["BlockVisitor"];
            };
        };
        responses: {
            /** @description The rule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0BR00000000k3xT",
                     *       "fromAddress": "203.0.113.9",
                     *       "toAddress": "",
                     *       "ownerType": "Agent",
                     *       "agent": "005000000000001",
                     *       "description": "Spam",
                     *       "createdAt": 1790000000000
                     *     }
                     */
                    "application/json": components["schemas"]["VisitorBlock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    attachRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fieldName": "CaseId",
                 *       "fieldValue": "500000000000007"
                 *     }
                 */
                "application/json": components["schemas"]["AttachRecord"];
            };
        };
        responses: {
            /** @description The record as the chat shows it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entityName": "Case",
                     *       "id": "500000000000007",
                     *       "isNew": false,
                     *       "showOnCreate": false,
                     *       "fieldName": "CaseId"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /**
                 * @description Only records of this kind.
                 * @example Contact
                 */
                entity?: string;
                /** @description Only records with this in a field, in either case, or with this id. */
                search?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 003000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDeployments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredDeployment"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createDeployment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Shop",
                 *       "allowedOrigins": [
                 *         "https://shop.example"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeploymentFields"];
            };
        };
        responses: {
            201: components["responses"]["DeploymentMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeploymentIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceDeployment: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Shop",
                 *       "allowedOrigins": [
                 *         "https://shop.example"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeploymentFields"];
            };
        };
        responses: {
            200: components["responses"]["DeploymentIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeDeployment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listBusinessHoursList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredBusinessHours"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createBusinessHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office",
                 *       "timeZone": "Europe/Berlin",
                 *       "weekly": [
                 *         "Mon 09:00-17:00"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BusinessHoursFields"];
            };
        };
        responses: {
            201: components["responses"]["BusinessHoursMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BusinessHoursIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceBusinessHours: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office",
                 *       "timeZone": "Europe/Berlin",
                 *       "weekly": [
                 *         "Mon 09:00-17:00"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BusinessHoursFields"];
            };
        };
        responses: {
            200: components["responses"]["BusinessHoursIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeBusinessHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSkills: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredSkill"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSkill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Support"
                 *     }
                 */
                "application/json": components["schemas"]["SkillFields"];
            };
        };
        responses: {
            201: components["responses"]["SkillMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SkillIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceSkill: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Support"
                 *     }
                 */
                "application/json": components["schemas"]["SkillFields"];
            };
        };
        responses: {
            200: components["responses"]["SkillIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeSkill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listButtons: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredButton"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Support",
                 *       "skills": [
                 *         "0C5000000000001"
                 *       ],
                 *       "pushTimeout": 30
                 *     }
                 */
                "application/json": components["schemas"]["ButtonFields"];
            };
        };
        responses: {
            201: components["responses"]["ButtonMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getButton: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ButtonIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceButton: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Support",
                 *       "skills": [
                 *         "0C5000000000001"
                 *       ],
                 *       "pushTimeout": 30
                 *     }
                 */
                "application/json": components["schemas"]["ButtonFields"];
            };
        };
        responses: {
            200: components["responses"]["ButtonIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredAgent"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ann",
                 *       "name": "Ann",
                 *       "skills": [
                 *         "0C5000000000001"
                 *       ],
                 *       "capacity": 3
                 *     }
                 */
                "application/json": components["schemas"]["AgentFields"];
            };
        };
        responses: {
            201: components["responses"]["AgentMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceAgent: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ann",
                 *       "name": "Ann",
                 *       "skills": [
                 *         "0C5000000000001"
                 *       ],
                 *       "capacity": 3
                 *     }
                 */
                "application/json": components["schemas"]["AgentFields"];
            };
        };
        responses: {
            200: components["responses"]["AgentIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listAgentConfigs: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredAgentConfig"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createAgentConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Night shift",
                 *       "profiles": [
                 *         "night"
                 *       ],
                 *       "capacity": 2
                 *     }
                 */
                "application/json": components["schemas"]["AgentConfigFields"];
            };
        };
        responses: {
            201: components["responses"]["AgentConfigMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getAgentConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentConfigIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceAgentConfig: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Night shift",
                 *       "profiles": [
                 *         "night"
                 *       ],
                 *       "capacity": 2
                 *     }
                 */
                "application/json": components["schemas"]["AgentConfigFields"];
            };
        };
        responses: {
            200: components["responses"]["AgentConfigIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeAgentConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQuickTexts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredQuickText"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createQuickText: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hello",
                 *       "message": "Good day, {visitor.name}!"
                 *     }
                 */
                "application/json": components["schemas"]["QuickTextFields"];
            };
        };
        responses: {
            201: components["responses"]["QuickTextMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getQuickText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["QuickTextIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceQuickText: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hello",
                 *       "message": "Good day, {visitor.name}!"
                 *     }
                 */
                "application/json": components["schemas"]["QuickTextFields"];
            };
        };
        responses: {
            200: components["responses"]["QuickTextIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeQuickText: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSensitiveDataRules: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredSensitiveDataRule"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSensitiveDataRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cards",
                 *       "pattern": "[0-9]{16}",
                 *       "replacement": "****",
                 *       "isEnabled": true
                 *     }
                 */
                "application/json": components["schemas"]["SensitiveDataRuleFields"];
            };
        };
        responses: {
            201: components["responses"]["SensitiveDataRuleMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSensitiveDataRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SensitiveDataRuleIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceSensitiveDataRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cards",
                 *       "pattern": "[0-9]{16}",
                 *       "replacement": "****",
                 *       "isEnabled": true
                 *     }
                 */
                "application/json": components["schemas"]["SensitiveDataRuleFields"];
            };
        };
        responses: {
            200: components["responses"]["SensitiveDataRuleIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeSensitiveDataRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listBlockingRules: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredBlockingRule"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createBlockingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fromAddress": "192.0.2.1",
                 *       "toAddress": "192.0.2.9"
                 *     }
                 */
                "application/json": components["schemas"]["BlockingRuleFields"];
            };
        };
        responses: {
            201: components["responses"]["BlockingRuleMade"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getBlockingRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BlockingRuleIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceBlockingRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fromAddress": "192.0.2.1",
                 *       "toAddress": "192.0.2.9"
                 *     }
                 */
                "application/json": components["schemas"]["BlockingRuleFields"];
            };
        };
        responses: {
            200: components["responses"]["BlockingRuleIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeBlockingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description As for a change; any state will do when it is left out. */
                "If-Match"?: components["parameters"]["IfMatchToRemove"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, a secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKey": "hVJH1W9h2xQq3kY2cZ0m2cFZ4O8vJ0Jt7yE5bTn1wXk"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    removeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path: {
                /** @description The object's id, in its 15- or 18-character form. */
                id: components["parameters"]["ObjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OrganizationIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description The `ETag` of the state that the change rests on, or `*` for any. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Demo"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            200: components["responses"]["OrganizationIs"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoObject"];
            409: components["responses"]["ObjectConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    searchQuickTexts: {
        parameters: {
            query?: {
                /** @description Only those of this category. */
                category?: string;
                /** @description Only those with this in name or message; the case of letters is ignored. */
                search?: string;
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items of the page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConfiguredQuickText"][];
                        /** @description Absent at the end. */
                        nextCursor?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    transferChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat, which is the agent's now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    declineTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    cancelTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    beginConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Conference"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    acceptConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    declineConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    cancelConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    leaveConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    sendRichMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendRichMessage"];
            };
        };
        responses: {
            /** @description The entry it became. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    setFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetFlag"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    whisper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description The entry it became. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    watchChat: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWatching"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    takeOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat, which is the supervisor's now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat, with the supervisor in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getRouting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order it happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Routing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listAgentStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    setAgentPresence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path: {
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPresence"];
            };
        };
        responses: {
            /** @description The state now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By id of the button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listTransferTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agents who are there, skills, and buttons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferTargetList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    requestFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file to come. It is stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chatKey": "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11",
                     *       "fileId": "0b6f7a52-6f0e-4b0f-8a57-1d6f6a3c9e10",
                     *       "direction": "fromVisitor",
                     *       "state": "requested",
                     *       "name": "",
                     *       "contentType": "",
                     *       "size": 0
                     *     }
                     */
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    cancelFileRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canceled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    sendFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed when the cookie tells who asks, for a page elsewhere cannot send it. */
                "X-CSRF"?: components["parameters"]["Csrf"];
                /** @description Names this request, so that it can be repeated safely. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The file; its part has a `filename`. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The file. It is stored, and the visitor has been told. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chatKey": "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11",
                     *       "fileId": "0b6f7a52-6f0e-4b0f-8a57-1d6f6a3c9e10",
                     *       "direction": "toVisitor",
                     *       "state": "stored",
                     *       "name": "offer.pdf",
                     *       "contentType": "application/pdf",
                     *       "size": 48213
                     *     }
                     */
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
                fileId: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, of the type its bytes told. */
            200: {
                headers: {
                    "Content-Disposition": string;
                    "X-Content-Type-Options": string;
                    "Content-Security-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listTranscripts: {
        parameters: {
            query?: {
                /** @description Any of these; several times, or with commas between them. */
                status?: components["parameters"]["Status"];
                button?: components["parameters"]["Button"];
                deployment?: components["parameters"]["Deployment"];
                /** @description Of a chat, the one engaged in it last, or its owner. */
                agent?: components["parameters"]["AgentFilter"];
                skill?: components["parameters"]["SkillFilter"];
                /** @description The visitor's session key. */
                visitor?: components["parameters"]["VisitorFilter"];
                /** @description Requested at this time or later. */
                from?: components["parameters"]["From"];
                /** @description Requested before this time. */
                to?: components["parameters"]["To"];
                /** @description Contained in a message of either side; the case of A to Z does not matter. */
                text?: components["parameters"]["Text"];
                /** @description By the time of the request. */
                order?: components["parameters"]["Order"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; absent behind the last one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    exportTranscripts: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
                /** @description Any of these; several times, or with commas between them. */
                status?: components["parameters"]["Status"];
                button?: components["parameters"]["Button"];
                deployment?: components["parameters"]["Deployment"];
                /** @description Of a chat, the one engaged in it last, or its owner. */
                agent?: components["parameters"]["AgentFilter"];
                skill?: components["parameters"]["SkillFilter"];
                /** @description The visitor's session key. */
                visitor?: components["parameters"]["VisitorFilter"];
                /** @description Requested at this time or later. */
                from?: components["parameters"]["From"];
                /** @description Requested before this time. */
                to?: components["parameters"]["To"];
                /** @description Contained in a message of either side; the case of A to Z does not matter. */
                text?: components["parameters"]["Text"];
                /** @description By the time of the request. */
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line for each record. */
            200: {
                headers: {
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getTranscript: {
        parameters: {
            query?: {
                /** @description Goes before the `Accept` header. */
                format?: "json" | "text" | "html";
            };
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transcript. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptDetails"];
                    "text/plain": string;
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listTranscriptEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptEvents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getTranscriptFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the visitor's session.
                 * @example 6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11
                 */
                chatKey: components["parameters"]["ChatKey"];
                fileId: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, of the type its bytes told. */
            200: {
                headers: {
                    "Content-Disposition": string;
                    "X-Content-Type-Options": string;
                    "Content-Security-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listAgentSessions: {
        parameters: {
            query?: {
                /** @description Of a chat, the one engaged in it last, or its owner. */
                agent?: components["parameters"]["AgentFilter"];
                /** @description Requested at this time or later. */
                from?: components["parameters"]["From"];
                /** @description Requested before this time. */
                to?: components["parameters"]["To"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; absent behind the last one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentSessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getVisitor: {
        parameters: {
            query?: {
                /** @description By the time of the request. */
                order?: components["parameters"]["Order"];
                /** @description The most items of the page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `nextCursor` of the page before; the beginning when left out. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description As `visitorInfo.sessionKey` tells it. */
                sessionKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The visitor, with one page of the chats that the asker may see. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; absent behind the last one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveChatVisitor"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Failed"];
            503: components["responses"]["Busy"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "store_unavailable";
                    };
                };
            };
            /** @description It cannot store anything at present. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "store_unavailable";
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text in the Prometheus exposition format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The setting `server.metrics` is off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
