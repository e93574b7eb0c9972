// Loaded in front of a tool that knows nothing of us, with `--import`: the tool ends when the process that forked it does.
process.once("disconnect", () => process.exit(1));
