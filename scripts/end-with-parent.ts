// Loaded in front of a tool that knows nothing of us, with `--import`: the tool ends when the process that forked it does.
process.once("disconnect", () => process.exit(1));
// Hearing of the parent's end is no reason to stay: a tool that is done exits.
process.channel?.unref();
