// The development server hands what is not the web to the API, wherever `npm run dev` has put it.
const target = `http://127.0.0.1:${process.env.API_PORT ?? 3000}`;

export default { '/api': { target }, '/ws': { target, ws: true } };
