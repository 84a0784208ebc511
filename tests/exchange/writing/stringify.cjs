// Answers each line of JSON, a list of values, with a list of what the library `yaml` writes for them.
"use strict";
const lines = require("node:readline").createInterface({ input: process.stdin });
const { stringify } = require("yaml");

lines.on("line", (line) => {
  const written = JSON.parse(line).map((value) => stringify(value, { lineWidth: 0, indentSeq: true }));
  process.stdout.write(JSON.stringify(written) + "\n");
});
