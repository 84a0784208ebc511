// Rules for the scripts of the site: classic scripts, useful from file://, sending nothing anywhere.
import js from "@eslint/js";
import globals from "globals";

const sendsRequests = ["EventSource", "SharedWorker", "WebSocket", "Worker", "XMLHttpRequest", "fetch"];
const parsesHtml = ["innerHTML", "outerHTML"];

export default [
  { ignores: ["site/", ".venv/", ".cache/", "**/*.min.js", "**/vendor/**"] },
  {
    files: ["plugins/**/*.js", "docs/**/*.js"],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2020, sourceType: "script", globals: globals.browser },
    rules: {
      ...js.configs.recommended.rules,
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      strict: ["error", "safe"],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 60, skipComments: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-globals": [
        "error",
        ...sendsRequests.map((name) => ({ name, message: "A page asks nobody for anything: it must work from a folder." })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "document", property: "write", message: "Build elements instead." },
        { object: "navigator", property: "sendBeacon", message: "A page reports to nobody." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ImportExpression", message: "Modules do not load from file://." },
        { selector: "TemplateLiteral TemplateLiteral", message: "The minifier takes the spaces out of a template within a template." },
        ...parsesHtml.map((name) => ({
          selector: `AssignmentExpression[left.property.name='${name}']`,
          message: "Texts come from strangers: use textContent and elements.",
        })),
        { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: "Use elements." },
      ],
    },
  },
];
