# The app alone; the database is a service of its own (docker-compose.yml).
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 LIANGXIN_HOME=/home/liangxin/kept
RUN useradd --create-home --uid 10001 liangxin && install -d -o liangxin -g liangxin -m 700 "$LIANGXIN_HOME"
WORKDIR /opt/liangxin-graph

# Packages first: they change less often than the code.
COPY requirements/build.txt requirements/runtime.txt requirements/
RUN pip install --require-hashes -r requirements/build.txt && pip install --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY app app
RUN pip install --no-deps --no-build-isolation .

USER liangxin
VOLUME /home/liangxin/kept
CMD ["liangxin", "serve"]
