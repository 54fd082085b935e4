import type { Check } from './warning';

/** Who watches the process pays for it with the process's time. */
export const tracer: Check = ({ process: { tracer } }) => {
  if (tracer === undefined) return undefined;
  const { name = 'another process', pid } = tracer;
  return {
    what: `${name} (pid ${pid}) traces this process: each system call costs some hundred times as much.`,
    remedy: 'Run it without strace or a debugger.',
  };
};

export const kernelTracer: Check = ({ kernelTracer }) =>
  kernelTracer === undefined
    ? undefined
    : {
        what: `The kernel is tracing (${kernelTracer}), which adds to each system call.`,
        remedy:
          kernelTracer === 'events/syscalls'
            ? 'End perf trace and its like, or as root: echo 0 > /sys/kernel/tracing/events/syscalls/enable'
            : 'As root: echo nop > /sys/kernel/tracing/current_tracer',
      };

export const nodeOptions: Check = ({ process: { instruments } }) =>
  instruments.length === 0
    ? undefined
    : {
        what: `Node is instrumented (${instruments.join(', ')}), which changes what calls cost from JavaScript.`,
        remedy: 'Run it without; look into NODE_OPTIONS and the environment too.',
      };

export const seccomp: Check = ({ security, container }) => {
  if (security?.seccomp !== 'filter') return undefined;
  const { seccompFilters: count } = security;
  const filters =
    count === undefined
      ? 'A seccomp filter adds to the cost of each system call'
      : count === 1
        ? 'One seccomp filter adds to the cost of each system call'
        : `${count} seccomp filters add to the cost of each system call`;
  return {
    what: `${filters}; to all alike, or nearly so.`,
    remedy:
      container === undefined
        ? 'Run it outside of what has set the filter (a service manager, a sandbox).'
        : `Run it outside of the container (${container}), or in one without: docker run --security-opt seccomp=unconfined`,
  };
};
