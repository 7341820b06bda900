/** What a page holds on the graphics card. */
export interface GpuObjects {
  /** Buffers, textures, programs, shaders and the like that were created and not deleted. */
  readonly objects: number;
  /** Contexts that the page requested and did not release. */
  readonly contexts: number;
  /** Bytes of buffers that were filled. */
  readonly bytes: number;
}

declare global {
  var gpuObjectsOfPage: { objects: number; contexts: number; bytes: number };
}

/** Runs in the page before anything else: counts what is created and deleted, in any WebGL context. */
export function countGpuObjects(): void {
  type Method = (this: unknown, ...values: unknown[]) => unknown;
  const counted = { objects: 0, contexts: 0, bytes: 0 };
  globalThis.gpuObjectsOfPage = counted;
  const after = (prototype: object, name: string, then: (values: unknown[], result: unknown) => void) => {
    const before = Reflect.get(prototype, name) as Method;
    Object.assign(prototype, {
      [name](this: unknown, ...values: unknown[]) {
        const result = before.apply(this, values);
        then(values, result);
        return result;
      },
    });
  };
  const seen = new WeakSet<object>();
  after(HTMLCanvasElement.prototype, 'getContext', ([kind], context) => {
    if (typeof context !== 'object' || context === null || seen.has(context) || !String(kind).startsWith('webgl'))
      return;
    seen.add(context);
    counted.contexts += 1;
  });
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (name.startsWith('create')) after(prototype, name, () => (counted.objects += 1));
      if (name.startsWith('delete')) {
        after(prototype, name, ([object]) => {
          if (object !== null && object !== undefined) counted.objects -= 1;
        });
      }
    }
    after(prototype, 'bufferData', ([, data]) => {
      counted.bytes += typeof data === 'number' ? data : (data as ArrayBufferView).byteLength;
    });
  }
}

/** Runs in the page: returns what it holds now. */
export function gpuObjects(): GpuObjects {
  return { ...globalThis.gpuObjectsOfPage };
}
