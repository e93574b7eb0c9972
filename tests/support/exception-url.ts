// Import first in a test file whose app hears of failed deliveries: another host than that of `APP_URL`, and the same server.
process.env.EXCEPTION_URL = `http://127.0.0.1:${process.env.PORT}`;
