/** Answers what the bench asks a server's process; `more` answers questions of its own. */
export function answerTheBench(port: number, more: (message: { ask: string }) => unknown = () => null): void {
  let before = process.cpuUsage();
  process.on('message', (message: { ask: string }) => {
    if (message.ask !== 'cpu') {
      void Promise.resolve(more(message)).then((answer) => process.send?.(answer ?? {}));
      return;
    }
    const used = process.cpuUsage(before);
    before = process.cpuUsage();
    process.send?.({ ms: (used.user + used.system) / 1000 });
  });
  process.send?.({ port });
}
